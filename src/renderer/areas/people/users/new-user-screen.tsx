import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { newPerson } from '../../../../core/areas/people/auth.contract.ts'
import { refusePassword } from '../../../../core/areas/people/password.rules.ts'
import { passwordGiven, username } from '../../../../core/areas/people/people.model.ts'
import type { RoleGrant } from '../../../../core/areas/people/roles.ts'
import { ApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { CheckboxField, SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { Form, FormActions, FormGroup } from '../../../ui/form/form.tsx'
import { PasswordField, TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { PersonFields, personForm } from './person-fields.tsx'
import { type ResetCode, ResetCodeDialog } from './reset-code-dialog.tsx'
import { RoleMatrix } from './role-matrix.tsx'

const schema = z.object({
  ...personForm.shape,
  username,
  how: z.enum(['code', 'now']),
  password: passwordGiven.optional(),
  mustChangePassword: z.boolean(),
  roles: newPerson.shape.roles,
})

/** Adds a user. */
export function NewUserScreen(): ReactElement {
  // The form begins with the person's site, so it waits for the sites.
  return useSite().ready ? <NewUserForm /> : <Skeleton lines={8} />
}

/** Unless a first password is set here, a one-time code is shown to hand over. */
function NewUserForm(): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const { sites, siteForNew } = useSite()
  const [made, setMade] = useState<{ id: string; name: string; code: ResetCode } | null>(null)
  const form = useZodForm({
    schema,
    initial: {
      username: '',
      displayName: '',
      language: 'en',
      homeSiteId: siteForNew,
      how: 'code',
      mustChangePassword: true,
      roles: [],
    },
    onSubmit: async ({ how, password, mustChangePassword, ...person }) => {
      const own = how === 'now' ? (password ?? '') : undefined
      const refused = own === undefined ? null : refusePassword(own, person.username)
      if (refused !== null) throw new ApiError(refused.code, { ...refused.data, field: 'password' })
      const created = await api.users.create({
        ...person,
        ...(own === undefined ? {} : { password: own, mustChangePassword }),
      })
      if (created.resetCode !== null && created.resetCodeExpiresAt !== null) {
        setMade({
          id: created.id,
          name: created.displayName,
          code: { code: created.resetCode, expiresAt: created.resetCodeExpiresAt },
        })
      } else go(`/system/users/${created.id}`)
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <Screen
      width="wide"
      header={<PageHeader path={[{ label: t('users.title'), href: '/system/users' }]} title={t('user.createTitle')} />}
    >
      <Form form={form} columns={2} label={t('user.createTitle')}>
        <FormGroup title={t('user.tabs.person')}>
          <TextField {...form.field('username')} label={words.field('user', 'username')} required mono autoFocus />
          <PersonFields field={(path) => form.field(path) as never} />
        </FormGroup>
        <FormGroup title={t('user.tabs.roles')} hint={t('user.rolesLead')}>
          <RoleMatrix
            sites={sites}
            value={(form.values.roles ?? []) as RoleGrant[]}
            onChange={(roles) => form.set('roles', roles)}
          />
        </FormGroup>
        <FormGroup title={t('user.passwordHow')}>
          <SegmentedField
            {...form.field('how')}
            label={t('user.passwordHow')}
            labelHidden
            options={[
              { value: 'code', label: t('user.passwordCode') },
              { value: 'now', label: t('user.passwordNow') },
            ]}
          />
          {form.values.how === 'now' && (
            <>
              <PasswordField
                {...form.field('password')}
                label={words.field('user', 'password')}
                hint={t('password.hint')}
                required
                autoComplete="new-password"
              />
              <CheckboxField {...form.field('mustChangePassword')} label={t('user.mustChange')} />
            </>
          )}
        </FormGroup>
        <FormActions submitLabel={t('user.create')} onCancel={() => go('/system/users')} />
      </Form>
      <ResetCodeDialog
        name={made?.name ?? ''}
        issued={made?.code ?? null}
        onClose={() => go(`/system/users/${made?.id ?? ''}`)}
      />
    </Screen>
  )
}
