import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { commandMetas, takenBack, undoAction, useActionText } from '../../lib/history/action-text.ts'
import { useMay, useUser } from '../../lib/session/session.tsx'
import { useConfirm } from '../../ui/confirm-dialog.tsx'
import { useToast } from '../../ui/toast.tsx'

/**
 * Gives how to take a changeset back, or null where this person may not: the command must be one that can be taken
 * back, its own permission is needed, and for the work of others one more. The node checks all of it again.
 */
export function useUndoEntry(entry: AuditEntry): { run: () => Promise<void>; busy: boolean } | null {
  const { t } = useTranslation('quality')
  const may = useMay()
  const user = useUser()
  const confirm = useConfirm()
  const toast = useToast()
  const actionText = useActionText()
  const undo = useCommand((api, changesetId: string) => api.quality.undo({ changesetId }))
  const origin = entry.action === undoAction ? takenBack(entry)?.action : entry.action
  const meta = origin === undefined ? undefined : commandMetas.get(origin)
  if (meta === undefined || !meta.undoable) return null
  if (meta.access !== 'signed_in' && meta.access !== 'public' && !may(meta.access)) return null
  if (entry.userId !== user.id && !may('quality.undo_others')) return null
  return {
    busy: undo.busy,
    run: async () => {
      const what = actionText(entry)
      if (
        !(await confirm({
          title: t('audit.undoConfirm'),
          text: `${what}. ${t('audit.undoText')}`,
          confirmLabel: t('audit.undo'),
        }))
      )
        return
      if ((await undo.run(entry.id)) !== undefined) toast({ text: t('audit.undone', { what }), meaning: 'ok' })
    },
  }
}
