import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usernameGiven } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Note } from '../../../ui/note.tsx'
import styles from './entry-screen.module.css'

const schema = z.object({ username: usernameGiven })

/** Tells the administrators that someone needs a one-time code; there is no mail to send one by. */
export function ForgotPanel({ onCode, onBack }: { onCode: () => void; onBack: () => void }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const [sent, setSent] = useState(false)
  const form = useZodForm({
    schema,
    initial: { username: '' },
    emptyAs: 'keep',
    onSubmit: async (values) => {
      await api.auth.forgotPassword(values)
      setSent(true)
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <>
      <h2 className={styles.title}>{t('forgot.title')}</h2>
      <p className={styles.lead}>{t('forgot.lead')}</p>
      {sent ? (
        <Note meaning="ok" role="status" title={t('forgot.sentTitle')}>
          {t('forgot.sent')}
        </Note>
      ) : (
        <Form form={form} guard={false} label={t('forgot.title')}>
          <TextField {...form.field('username')} label={t('entry.userName')} mono autoComplete="username" autoFocus />
          <Button kind="main" type="submit" busy={form.busy} className={styles.wideButton}>
            {t('forgot.submit')}
          </Button>
        </Form>
      )}
      <p className={styles.aside}>{t('forgot.pinLead')}</p>
      <div className={styles.more}>
        <LinkButton onClick={onCode}>{t('forgot.haveCode')}</LinkButton>
        <LinkButton onClick={onBack}>{t('entry.back')}</LinkButton>
      </div>
    </>
  )
}
