import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useWedgeScan } from '../../../lib/scan/use-wedge-scan.ts'
import { useSession } from '../../../lib/session/session.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Note } from '../../../ui/note.tsx'
import { Status } from '../../../ui/status.tsx'
import styles from './entry-screen.module.css'

/** Listens for a badge all the time; a scan signs its owner in. */
export function BadgePanel(): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const words = useWords()
  const { enter } = useSession()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')

  async function open(code: string): Promise<void> {
    setBusy(true)
    setRefused('')
    try {
      enter(await api.auth.badge({ code }))
    } catch (error) {
      setRefused(toApiError(error).code === 'sign_in_refused' ? t('entry.badgeRefused') : words.error(error))
    } finally {
      setBusy(false)
    }
  }
  useWedgeScan((code) => {
    if (!busy) void open(code)
  })
  return (
    <>
      {refused !== '' && (
        <Note meaning="critical" role="alert">
          {refused}
        </Note>
      )}
      <div className={styles.badge}>
        <Icon name="badge" size={20} className={styles.badgeIcon} />
        <p>
          <b>{t('entry.badge')}</b>
          <span>{t('entry.badgeDetail')}</span>
        </p>
        <span role="status">
          {busy ? (
            <Status meaning="info" word={t('entry.badgeBusy')} />
          ) : (
            <Status meaning="ok" word={t('entry.badgeReady')} strong />
          )}
        </span>
      </div>
    </>
  )
}
