/** Actions of changesets in words, and which of them can be taken back. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../core/contract.ts'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'
import { useWords } from '../i18n/use-words.ts'

export const undoAction = 'quality.undo'

const undoForm = /^undo ([\w.]+) ([0-9a-f-]{36})$/

/** What an undo took back, as its changeset says it; null for any other changeset. */
export function takenBack(entry: {
  action: string
  reason: string | null
}): { action: string; changesetId: string } | null {
  const [, action, changesetId] = entry.action === undoAction ? (undoForm.exec(entry.reason ?? '') ?? []) : []
  return action === undefined || changesetId === undefined ? null : { action, changesetId }
}

function gather(node: unknown, found: Map<string, ProcedureMeta>): Map<string, ProcedureMeta> {
  if (typeof node !== 'object' || node === null) return found
  if ('~orpc' in node) {
    const { meta } = (node as { '~orpc': { meta: ProcedureMeta } })['~orpc']
    if (meta.kind === 'command') found.set(meta.action, meta)
    return found
  }
  for (const inner of Object.values(node)) gather(inner, found)
  return found
}

/** Every command of the contract by its action. */
export const commandMetas: ReadonlyMap<string, ProcedureMeta> = gather(contract, new Map())

/** Gives a function that says what a changeset did: "Customer changed", "Taken back: Customer changed". */
export function useActionText(): (entry: { action: string; reason: string | null }) => string {
  const { t } = useTranslation('quality')
  const words = useWords()
  return useCallback(
    (entry) => {
      const undone = takenBack(entry)
      return undone === null
        ? words.action(entry.action)
        : t('history.takenBack', { what: words.action(undone.action) })
    },
    [t, words],
  )
}
