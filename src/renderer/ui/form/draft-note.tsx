import type { ReactElement } from 'react'
import { LinkButton } from '../button.tsx'
import { Note } from '../note.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'

/** Says that unsaved work was brought back, and lets the person start over. */
export function DraftNote({ onDiscard }: { onDiscard: () => void }): ReactElement {
  const texts = useUiTexts().form
  return (
    <Note meaning="info" role="status" action={<LinkButton onClick={onDiscard}>{texts.draftDiscard}</LinkButton>}>
      {texts.draftRestored}
    </Note>
  )
}
