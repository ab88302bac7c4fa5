import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type Profile, profileFields } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useSession } from '../../../lib/session/session.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'

const schema = z.object(profileFields.pick({ email: true, phone: true, position: true, department: true }).shape)

/** What a person may change about themselves. */
export function ContactForm({ user }: { user: Profile }): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const { userChanged } = useSession()
  const { email, phone, position, department } = user
  const form = useZodForm({
    schema,
    initial: { email, phone, position, department },
    emptyAs: 'null',
    onSubmit: async (values) => userChanged(await api.auth.updateProfile(values)),
    failureOf: useSubmitFailure(),
  })
  const label = (name: string) => words.field('user', name)
  return (
    <Form form={form} label={t('profile.contact')}>
      <TextField {...form.field('email')} label={label('email')} type="email" />
      <TextField {...form.field('phone')} label={label('phone')} type="tel" />
      <TextField {...form.field('position')} label={label('position')} />
      <TextField {...form.field('department')} label={label('department')} hint={t('profile.contactDetail')} />
      <FormActions submitLabel={t('user.save')} />
    </Form>
  )
}
