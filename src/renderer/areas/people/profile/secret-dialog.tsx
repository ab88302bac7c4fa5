import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { refusePin } from '../../../../core/areas/people/password.rules.ts'
import { passwordGiven } from '../../../../core/areas/people/people.model.ts'
import { ApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useSession } from '../../../lib/session/session.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { PasswordField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'

export type SecretKind = 'pin' | 'no-pin' | 'badge' | 'no-badge'

const schema = z.object({ password: passwordGiven, pin: z.string().optional(), code: z.string().optional() })

/** Sets or takes away the own PIN or badge; the password proves that it is oneself. */
export function SecretDialog({ kind, onClose }: { kind: SecretKind; onClose: () => void }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const { userChanged } = useSession()
  const titles = {
    pin: t('profile.setPin'),
    'no-pin': t('profile.removePin'),
    badge: t('profile.setBadge'),
    'no-badge': t('profile.removeBadge'),
  }
  const form = useZodForm({
    schema,
    initial: { password: '', pin: '', code: '' },
    emptyAs: 'keep',
    onSubmit: async ({ password, pin = '', code = '' }) => {
      const refused = kind === 'pin' ? refusePin(pin) : null
      if (refused !== null) throw new ApiError(refused.code, { ...refused.data, field: 'pin' })
      if (kind === 'pin' || kind === 'no-pin') await api.auth.setPin({ password, pin: kind === 'pin' ? pin : null })
      else await api.auth.setBadge({ password, code: kind === 'badge' ? code : null })
      userChanged(await api.auth.profile())
      onClose()
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <Dialog opened onClose={onClose} title={titles[kind]} size="s">
      <Form form={form} guard={false} label={titles[kind]}>
        {kind === 'pin' && (
          <PasswordField
            {...form.field('pin')}
            label={t('profile.pin')}
            hint={t('profile.pinHint')}
            required
            autoComplete="new-password"
            autoFocus
          />
        )}
        {kind === 'badge' && (
          <PasswordField
            {...form.field('code')}
            label={t('profile.badgeCode')}
            hint={t('profile.badgeHint')}
            required
            autoComplete="one-time-code"
            autoFocus
          />
        )}
        <PasswordField
          {...form.field('password')}
          label={t('profile.yourPassword')}
          required
          autoFocus={kind.startsWith('no-')}
        />
        <FormActions submitLabel={titles[kind]} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}
