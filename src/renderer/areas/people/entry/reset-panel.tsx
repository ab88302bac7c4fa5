import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { passwordGiven, usernameGiven } from '../../../../core/areas/people/people.model.ts'
import { requiredText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { PasswordField, TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Note } from '../../../ui/note.tsx'
import styles from './entry-screen.module.css'

const schema = z.object({ username: usernameGiven, code: requiredText(60), newPassword: passwordGiven })

/** Sets a new password with the one-time code of an administrator. */
export function ResetPanel({ onDone, onBack }: { onDone: () => void; onBack: () => void }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const [done, setDone] = useState(false)
  const form = useZodForm({
    schema,
    initial: { username: '', code: '', newPassword: '' },
    emptyAs: 'keep',
    onSubmit: async (values) => {
      await api.auth.resetPassword(values)
      setDone(true)
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <>
      <h2 className={styles.title}>{t('reset.title')}</h2>
      <p className={styles.lead}>{t('reset.lead')}</p>
      {done ? (
        <Note meaning="ok" role="status" action={<LinkButton onClick={onDone}>{t('entry.signIn')}</LinkButton>}>
          {t('reset.done')}
        </Note>
      ) : (
        <Form form={form} guard={false} label={t('reset.title')}>
          <TextField {...form.field('username')} label={t('entry.userName')} mono autoComplete="username" autoFocus />
          <TextField {...form.field('code')} label={t('reset.code')} mono autoComplete="one-time-code" />
          <PasswordField
            {...form.field('newPassword')}
            label={t('password.new')}
            hint={t('password.hint')}
            autoComplete="new-password"
          />
          <Button kind="main" type="submit" busy={form.busy} className={styles.wideButton}>
            {t('reset.submit')}
          </Button>
        </Form>
      )}
      <div className={styles.more}>
        <LinkButton onClick={onBack}>{t('entry.back')}</LinkButton>
      </div>
    </>
  )
}
