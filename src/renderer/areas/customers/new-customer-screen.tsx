import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../lib/route/use-go.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CustomerForm } from './customer-form.tsx'

/** The page on which a customer is added. */
export function NewCustomerScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const go = useGo()
  return (
    <Screen header={<PageHeader title={t('form.newTitle')} path={[{ label: t('list.title'), href: '/customers' }]} />}>
      <CustomerForm
        customer={null}
        onSaved={({ id }) => go(`/customers/${id}`, { replace: true })}
        onCancel={() => go('/customers')}
      />
    </Screen>
  )
}
