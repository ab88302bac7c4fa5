import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandPalette } from '../../ui/command-palette/command-palette.tsx'
import { usePaletteActions } from './palette-actions.ts'
import { useRecordSearch } from './record-search.ts'

/** Ctrl+K: every screen, what can be done from anywhere, and records by what they are called. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation('app')
  const actions = usePaletteActions()
  const searchRecords = useRecordSearch()
  return (
    <CommandPalette
      opened={opened}
      onClose={onClose}
      actions={actions}
      searchRecords={searchRecords}
      placeholder={t('palette.placeholder')}
    />
  )
}
