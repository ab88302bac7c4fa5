import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiClient } from '../../lib/api/api-client.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button } from '../../ui/button.tsx'
import { useConfirm } from '../../ui/confirm-dialog.tsx'
import { formatBytes, formatDateTime, isolateLtr } from '../../ui/format-values.ts'
import { Mono } from '../../ui/mono.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { useToast } from '../../ui/toast.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './system.module.css'

type Backup = Awaited<ReturnType<ApiClient['system']['backups']>>['items'][number]

interface BackupTableProps {
  readonly items: readonly Backup[]
  readonly onChanged: () => void
}

export function BackupTable({ items, onChanged }: BackupTableProps): ReactElement {
  const { t } = useTranslation('system')
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('backup.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backup.takenAt')}</th>
          <th scope="col">{t('backup.kind')}</th>
          <th scope="col">{t('backup.size')}</th>
          <th scope="col">{t('backup.name')}</th>
          <th scope="col">
            <VisuallyHidden>{t('backup.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((backup) => (
          <BackupRow key={backup.name} backup={backup} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  )
}

function BackupRow({ backup, onChanged }: { backup: Backup; onChanged: () => void }): ReactElement {
  const { t } = useTranslation('system')
  const { lang } = useLook()
  const may = useMay()
  const { checked, verify } = useVerify(backup)
  const restore = useRestore(backup, onChanged)
  return (
    <tr>
      <td>
        <span className={styles.when}>{formatDateTime(lang, backup.takenAt)}</span>{' '}
        <span className={styles.dim}>
          <RelativeTime at={backup.takenAt} />
        </span>
      </td>
      <td>{t(`backup.kinds.${backup.kind}`)}</td>
      <td className={styles.size}>{isolateLtr(formatBytes(lang, backup.sizeBytes))}</td>
      <td className={styles.file}>
        <Mono>{backup.name}</Mono>
      </td>
      <td>
        <div className={styles.rowActions}>
          {checked === 'intact' && <Status meaning="ok" word={t('backup.checked')} />}
          {checked === 'damaged' && <Status meaning="critical" strong word={t('backup.damaged')} />}
          <Button small busy={verify.busy} onClick={() => void verify.run()}>
            {t('backup.verify')}
            <VisuallyHidden> {backup.name}</VisuallyHidden>
          </Button>
          {may('system.restore') && (
            <Button
              small
              kind="quiet"
              tone="critical"
              icon="restore"
              busy={restore.busy}
              onClick={() => void restore.run()}
            >
              {t('backup.restore')}
              <VisuallyHidden> {backup.name}</VisuallyHidden>
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

function useVerify(backup: Backup) {
  const { t } = useTranslation('system')
  const toast = useToast()
  const [checked, setChecked] = useState<'intact' | 'damaged' | null>(null)
  const verify = useCommand((api, name: string) => api.system.verifyBackup({ name }), {
    onRefusal: (error) => {
      if (error.code === 'backup_damaged') setChecked('damaged')
      return false
    },
  })
  async function run(): Promise<void> {
    if ((await verify.run(backup.name)) === undefined) return
    setChecked('intact')
    toast({ text: t('backup.intact'), meaning: 'ok' })
  }
  return { checked, verify: { run, busy: verify.busy } }
}

function useRestore(backup: Backup, onChanged: () => void) {
  const { t } = useTranslation('system')
  const { lang } = useLook()
  const confirm = useConfirm()
  const toast = useToast()
  const restore = useCommand((api, name: string) => api.system.restoreBackup({ name }))
  async function run(): Promise<void> {
    const at = formatDateTime(lang, backup.takenAt)
    const sure = await confirm({
      title: t('backup.confirmTitle', { at }),
      text: t('backup.confirmText', { at }),
      confirmLabel: t('backup.confirm'),
      tone: 'critical',
    })
    if (!sure || (await restore.run(backup.name)) === undefined) return
    toast({ text: t('backup.restoreSet'), meaning: 'warn' })
    onChanged()
  }
  return { run, busy: restore.busy }
}
