import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { passwordGiven, usernameGiven } from '../../../../core/areas/people/people.model.ts'
import { toApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useSession } from '../../../lib/session/session.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { PasswordField, TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import styles from './entry-screen.module.css'

const schema = z.object({ username: usernameGiven, password: passwordGiven })

interface PasswordPanelProps {
  /** User name already known, of the person behind a lock. */
  readonly firstName: string
  /** Name to show above the fields. */
  readonly shownName: string | undefined
  /** Back to the PIN, for those who have one here. */
  readonly onPin: (() => void) | undefined
}

/** Signs in with name and password. */
export function PasswordPanel({ firstName, shownName, onPin }: PasswordPanelProps): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const { enter } = useSession()
  const failure = useSubmitFailure()
  const form = useZodForm({
    schema,
    initial: { username: firstName, password: '' },
    emptyAs: 'keep',
    onSubmit: async (values) => enter(await api.auth.login(values)),
    failureOf: (reason) =>
      toApiError(reason).code === 'sign_in_refused' ? { formError: t('entry.passwordRefused') } : failure(reason),
  })
  return (
    <>
      {shownName === undefined ? (
        <>
          <h2 className={styles.title}>{t('entry.title')}</h2>
          <p className={styles.lead}>{t('entry.titleDetail')}</p>
        </>
      ) : (
        <div className={styles.subject}>
          <Avatar name={shownName} size={56} />
          <h2>{shownName}</h2>
        </div>
      )}
      <Form form={form} guard={false} label={t('entry.title')}>
        <TextField
          {...form.field('username')}
          label={t('entry.userName')}
          mono
          autoComplete="username"
          autoFocus={firstName === ''}
        />
        <PasswordField
          {...form.field('password')}
          label={t('entry.password')}
          autoComplete="current-password"
          autoFocus={firstName !== ''}
        />
        <Button kind="main" type="submit" busy={form.busy} className={styles.wideButton}>
          {t('entry.signIn')}
        </Button>
      </Form>
      {onPin !== undefined && (
        <div className={styles.more}>
          <LinkButton onClick={onPin}>{t('entry.usePin')}</LinkButton>
        </div>
      )}
    </>
  )
}
