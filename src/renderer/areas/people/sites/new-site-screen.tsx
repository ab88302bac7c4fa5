import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { siteFields } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { SiteFields } from './site-fields.tsx'

/** Adds a site. */
export function NewSiteScreen(): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const go = useGo()
  const form = useZodForm({
    schema: siteFields,
    initial: { code: '', name: '', kind: 'laboratory', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    onSubmit: async (values) => {
      await api.sites.create(values)
      go('/system/sites')
    },
    failureOf: useSubmitFailure(),
  })
  return (
    <Screen header={<PageHeader path={[{ label: t('sites.title'), href: '/system/sites' }]} title={t('sites.new')} />}>
      <Form form={form} columns={2} label={t('sites.new')}>
        <SiteFields field={(path) => form.field(path) as never} />
        <FormActions submitLabel={t('sites.create')} onCancel={() => go('/system/sites')} />
      </Form>
    </Screen>
  )
}
