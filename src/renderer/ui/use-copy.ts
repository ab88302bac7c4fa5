import { useCallback } from 'react'
import { useUiTexts } from './texts/ui-texts.ts'
import { useToast } from './toast.tsx'

/** Gives a function that copies a text and says so. `shown` replaces the text in the message, for long texts. */
export function useCopy(): (text: string, shown?: string) => void {
  const toast = useToast()
  const texts = useUiTexts().common
  return useCallback(
    (text, shown) => {
      copyText(text).then(
        () => toast({ text: shown ?? texts.copied(text), quiet: true }),
        () => toast({ text: texts.copyFailed, meaning: 'warn' }),
      )
    },
    [toast, texts],
  )
}

async function copyText(text: string): Promise<void> {
  // Browsers offer the clipboard only on https and localhost; a bench reached by its LAN address has neither.
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  document.body.append(area)
  area.select()
  const taken = document.execCommand('copy')
  area.remove()
  if (!taken) throw new Error('The clipboard refused the text')
}
