import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useMay, useUser } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { useConfirm } from '../../../ui/confirm-dialog.tsx'
import { formatDateTime } from '../../../ui/format-values.ts'
import { Section } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { useToast } from '../../../ui/toast.tsx'
import { type ResetCode, ResetCodeDialog } from './reset-code-dialog.tsx'
import styles from './users.module.css'

/** Opening and closing an account, signing it out, and a one-time code for a new password. */
export function AccountPart({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation('people')
  const { lang } = useLook()
  const may = useMay()
  const confirm = useConfirm()
  const toast = useToast()
  const own = useUser().id === person.id
  const [issued, setIssued] = useState<ResetCode | null>(null)
  const { id, rev, displayName: name } = person
  const deactivate = useCommand((api, _: undefined) => api.users.deactivate({ id, rev }))
  const activate = useCommand((api, _: undefined) => api.users.activate({ id }))
  const issue = useCommand((api, _: undefined) => api.users.issueResetCode({ id }, { context: { quiet: true } }))
  const end = useCommand((api, _: undefined) => api.users.endSessions({ id }, { context: { quiet: true } }))

  async function close(): Promise<void> {
    const yes = await confirm({
      title: t('user.deactivateTitle', { name }),
      text: t('user.deactivateText', { name }),
      confirmLabel: t('user.deactivate'),
      tone: 'critical',
    })
    if (yes) await deactivate.run(undefined)
  }
  async function issueCode(): Promise<void> {
    const answer = await issue.run(undefined)
    if (answer !== undefined) setIssued(answer)
  }
  async function signOut(): Promise<void> {
    const answer = await end.run(undefined)
    if (answer !== undefined) toast({ text: t('user.sessionsEnded', { count: answer.ended }) })
  }
  return (
    <Section title={t('user.account')}>
      {person.active && person.lockedUntil !== null && (
        <Note
          meaning="warn"
          action={
            <Button small busy={activate.busy} onClick={() => void activate.run(undefined)}>
              {t('user.liftLock')}
            </Button>
          }
        >
          {t('user.lockedUntil', { time: formatDateTime(lang, person.lockedUntil) })}
        </Note>
      )}
      <div className={styles.actions}>
        {may('people.reset') && !own && person.active && (
          <Button icon="key" busy={issue.busy} onClick={() => void issueCode()}>
            {t('user.resetCodeDo')}
          </Button>
        )}
        {!own && (
          <Button icon="logout" busy={end.busy} onClick={() => void signOut()}>
            {t('user.endSessions')}
          </Button>
        )}
        {person.active && !own && (
          <Button icon="lock" tone="critical" busy={deactivate.busy} onClick={() => void close()}>
            {t('user.deactivate')}
          </Button>
        )}
        {!person.active && (
          <Button icon="restore" busy={activate.busy} onClick={() => void activate.run(undefined)}>
            {t('user.activate')}
          </Button>
        )}
      </div>
      <ResetCodeDialog name={name} issued={issued} onClose={() => setIssued(null)} />
    </Section>
  )
}
