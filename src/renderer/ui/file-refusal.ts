import { formatBytes } from './format-values.ts'
import type { UiTexts } from './texts/ui-texts.ts'

type FileRules = {
  accept: readonly string[]
  multiple: boolean
  /** Most bytes one file may have. */
  maxBytes: number | undefined
  lang: string
  texts: UiTexts['files']
}

/** Tells why files may not be taken, or null when they may. The content is checked by whoever reads it. */
export function fileRefusal(files: readonly Pick<File, 'name' | 'size' | 'type'>[], rules: FileRules): string | null {
  if (files.length > 1 && !rules.multiple) return rules.texts.onlyOne
  for (const file of files) {
    if (!isAccepted(file, rules.accept)) return rules.texts.wrongType(file.name, rules.accept.join(', '))
    if (rules.maxBytes !== undefined && file.size > rules.maxBytes) {
      return rules.texts.tooBig(file.name, formatBytes(rules.lang, rules.maxBytes))
    }
  }
  return null
}

function isAccepted(file: Pick<File, 'name' | 'type'>, accept: readonly string[]): boolean {
  if (accept.length === 0) return true
  const name = file.name.toLowerCase()
  return accept.some((rule) => {
    if (rule.startsWith('.')) return name.endsWith(rule.toLowerCase())
    return rule.endsWith('/*') ? file.type.startsWith(rule.slice(0, -1)) : file.type === rule
  })
}
