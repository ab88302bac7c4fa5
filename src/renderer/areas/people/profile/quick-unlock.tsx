import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Status } from '../../../ui/status.tsx'
import styles from './profile.module.css'
import { SecretDialog, type SecretKind } from './secret-dialog.tsx'

/** PIN and badge of this bench. */
export function QuickUnlock({ user }: { user: Profile }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const [open, setOpen] = useState<SecretKind | null>(null)
  const settings = useQuery(
    recordsQuery({
      entity: 'nodeSetting',
      rest: ['settings'],
      read: (signal) => api.system.settings(undefined, { signal }),
    }),
  )
  const days = settings.data?.offlineSignInDays
  return (
    <div className={styles.stack}>
      {days !== undefined && <p className={styles.dim}>{t('profile.quickDetail', { days })}</p>}
      <div className={styles.line}>
        <Icon name="key" />
        <span className={styles.grow}>
          {user.hasPin ? (
            <Status meaning="ok" word={t('profile.pinSet')} />
          ) : (
            <Status meaning="none" word={t('profile.pinNone')} />
          )}
        </span>
        <Button small onClick={() => setOpen('pin')}>
          {user.hasPin ? t('profile.changePin') : t('profile.setPin')}
        </Button>
        {user.hasPin && (
          <Button small kind="quiet" onClick={() => setOpen('no-pin')}>
            {t('profile.removePin')}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <Icon name="badge" />
        <span className={styles.grow}>
          {user.hasBadge ? (
            <Status meaning="ok" word={t('profile.badgeSet')} />
          ) : (
            <Status meaning="none" word={t('profile.badgeNone')} />
          )}
        </span>
        <Button small onClick={() => setOpen('badge')}>
          {user.hasBadge ? t('profile.changeBadge') : t('profile.setBadge')}
        </Button>
        {user.hasBadge && (
          <Button small kind="quiet" onClick={() => setOpen('no-badge')}>
            {t('profile.removeBadge')}
          </Button>
        )}
      </div>
      {open !== null && <SecretDialog kind={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
