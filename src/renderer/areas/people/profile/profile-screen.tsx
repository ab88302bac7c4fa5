import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleText } from '../../../lib/people/role-text.ts'
import { useSession, useUser } from '../../../lib/session/session.tsx'
import { Card } from '../../../ui/card.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { ContactForm } from './contact-form.tsx'
import { LookPart } from './look-part.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import styles from './profile.module.css'
import { QuickUnlock } from './quick-unlock.tsx'

/** The own account: contact, how the screens look, password, PIN and badge, and where one is signed in. */
export function ProfileScreen(): ReactElement {
  const { t } = useTranslation('people')
  const user = useUser()
  const roleText = useRoleText()
  const { nodeKind } = useSession()
  const toast = useToast()
  return (
    <Screen
      header={
        <PageHeader title={user.displayName} marks={<IdChip id={user.username} />} detail={roleText(user.roles)} />
      }
    >
      <div className={styles.cards}>
        <Card title={t('profile.look')}>
          <LookPart />
        </Card>
        <Card title={t('profile.contact')}>
          <ContactForm key={user.rev} user={user} />
        </Card>
        <Card title={t('profile.password')}>
          <PasswordForm onChanged={(count) => toast({ text: t('password.ended', { count }), meaning: 'ok' })} />
        </Card>
        {nodeKind === 'station' && (
          <Card title={t('profile.quick')}>
            <QuickUnlock user={user} />
          </Card>
        )}
        <Card title={t('profile.sessions')}>
          <OwnSessions />
        </Card>
      </div>
    </Screen>
  )
}
