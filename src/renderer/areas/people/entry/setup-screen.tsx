/** The first thing a new bench or HQ shows: the first site and the first administrator. There is no default password. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { passwordGiven, siteFields, siteKinds, username } from '../../../../core/areas/people/people.model.ts'
import { requiredText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useLookChoice } from '../../../lib/look/look-choice.tsx'
import { useSession } from '../../../lib/session/session.tsx'
import { Form, FormActions, FormGroup } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { PasswordField, TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { timeZoneOptions } from '../time-zones.ts'
import { DishArt } from './dish-art.tsx'
import { EntryBrand } from './entry-brand.tsx'
import { EntryFoot } from './entry-foot.tsx'
import styles from './setup-screen.module.css'

const schema = z.object({
  site: siteFields.pick({ code: true, name: true, nameArabic: true, kind: true, timeZone: true }),
  displayName: requiredText(120),
  username,
  password: passwordGiven,
})

export function SetupScreen(): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const { enter, nodeKind } = useSession()
  const { look } = useLookChoice()
  const form = useZodForm({
    schema,
    initial: {
      site: { code: '', name: '', kind: 'laboratory', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      displayName: '',
      username: '',
      password: '',
    },
    onSubmit: async (values) => enter(await api.auth.setup({ ...values, language: look.lang })),
    failureOf: useSubmitFailure(codeAtSite),
  })
  const site = (field: string) => words.field('site', field)
  return (
    <main className={styles.page}>
      <DishArt className={styles.art} />
      <div className={styles.sheet}>
        <div className={styles.brand}>
          <EntryBrand />
        </div>
        <h1 className={styles.title}>{nodeKind === 'hq' ? t('setup.titleHq') : t('setup.title')}</h1>
        <p className={styles.lead}>{t('setup.lead')}</p>
        <Form form={form} columns={2} guard={false} label={t('setup.title')}>
          <FormGroup title={t('setup.site')}>
            <TextField {...form.field('site.name')} label={site('name')} required autoFocus />
            <TextField {...form.field('site.nameArabic')} label={site('nameArabic')} />
            <TextField {...form.field('site.code')} label={site('code')} hint={t('sites.codeHint')} mono required />
            <SelectField
              {...form.field('site.kind')}
              label={site('kind')}
              required
              options={siteKinds.map((kind) => ({ value: kind, label: t(`siteKinds.${kind}`) }))}
            />
            <SelectField
              {...form.field('site.timeZone')}
              label={site('timeZone')}
              required
              options={timeZoneOptions()}
            />
          </FormGroup>
          <FormGroup title={t('setup.administrator')}>
            <TextField
              {...form.field('displayName')}
              label={words.field('user', 'displayName')}
              required
              autoComplete="name"
            />
            <TextField
              {...form.field('username')}
              label={words.field('user', 'username')}
              required
              mono
              autoComplete="username"
            />
            <PasswordField
              {...form.field('password')}
              label={words.field('user', 'password')}
              hint={t('password.hint')}
              required
              autoComplete="new-password"
            />
          </FormGroup>
          <FormActions submitLabel={t('setup.submit')} />
        </Form>
        <EntryFoot step={{ kind: 'reset' }} />
      </div>
    </main>
  )
}

const codeAtSite = { code: 'site.code' }
