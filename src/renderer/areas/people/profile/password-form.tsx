import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { refusePassword } from '../../../../core/areas/people/password.rules.ts'
import { passwordGiven } from '../../../../core/areas/people/people.model.ts'
import { ApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useUser } from '../../../lib/session/session.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { PasswordField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'

const schema = z.object({ currentPassword: passwordGiven, newPassword: passwordGiven })

interface PasswordFormProps {
  /** Gets how many other sessions were signed out. */
  readonly onChanged: (endedSessions: number) => Promise<void> | void
  /** More buttons before the main one. */
  readonly children?: ReactNode
}

/** Changes the own password. The rules for a good one are the node's own, told before anything is sent. */
export function PasswordForm({ onChanged, children }: PasswordFormProps): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const { username } = useUser()
  const form = useZodForm({
    schema,
    initial: { currentPassword: '', newPassword: '' },
    emptyAs: 'keep',
    onSubmit: async (values) => {
      const refused = refusePassword(values.newPassword, username, 'newPassword')
      if (refused !== null) throw new ApiError(refused.code, { ...refused.data, field: 'newPassword' })
      const { endedSessions } = await api.auth.changePassword(values, { context: { quiet: true } })
      form.reset({ currentPassword: '', newPassword: '' })
      await onChanged(endedSessions)
    },
    failureOf: useSubmitFailure(presentPassword),
  })
  return (
    <Form form={form} guard={false} label={t('password.submit')}>
      <PasswordField
        {...form.field('currentPassword')}
        label={t('password.current')}
        required
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field('newPassword')}
        label={t('password.new')}
        hint={t('password.hint')}
        required
        autoComplete="new-password"
      />
      <FormActions submitLabel={t('password.submit')}>{children}</FormActions>
    </Form>
  )
}

/** The node names the wrong password by the field it has in other calls. */
const presentPassword = { password: 'currentPassword' }
