/** The page of one customer. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { toApiError } from '../../lib/api/api-error.ts'
import { AttachmentsPanel } from '../../lib/documents/attachments-panel.tsx'
import { RecordHistory } from '../../lib/history/record-history.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useGo, useParam } from '../../lib/route/use-go.ts'
import { usePatchSearch, useSearchState } from '../../lib/route/use-search-state.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { TabPanel, Tabs } from '../../ui/tabs.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { CustomerActions } from './customer-actions.tsx'
import { customerName } from './customer-name.ts'
import { CustomerOverview } from './customer-overview.tsx'
import { statusMeanings } from './customer-status.ts'
import { useCustomer, useOpenFollowUps } from './customers.queries.ts'
import { GoneCustomer } from './gone-customer.tsx'
import { InteractionsTab } from './interactions-tab.tsx'
import { OwnedAnimalsTab } from './owned-animals-tab.tsx'
import { ServiceHistory } from './service-history.tsx'

export function CustomerScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const id = useParam('id')
  const customer = useCustomer(id)
  const failure = customer.isError ? toApiError(customer.error) : null
  if (failure?.code === 'not_found' && failure.data.archived === true)
    return <GoneCustomer id={id} mergedIntoId={failure.data.mergedIntoId} />
  if (customer.data !== undefined) return <Known customer={customer.data} />
  return (
    <Screen
      header={<PageHeader title={words.record('customer')} path={[{ label: t('list.title'), href: '/customers' }]} />}
    >
      {failure === null ? (
        <Skeleton lines={5} />
      ) : (
        <ErrorState {...words.errorState(failure)} onRetry={() => void customer.refetch()} />
      )}
    </Screen>
  )
}

const base = 'customer'
const tabIds = ['overview', 'interactions', 'animals', 'documents', 'services', 'history'] as const

function Known({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const may = useMay()
  const go = useGo()
  const patch = usePatchSearch()
  const [asked] = useSearchState<string>('tab')
  const [editing] = useSearchState<boolean>('edit')
  const [logging] = useSearchState<boolean>('log')
  // A form on the page has its own main button.
  const busy = (editing ?? logging) === true
  const { id } = customer
  const tab = tabIds.find((known) => known === asked) ?? 'overview'
  const openFollowUps = useOpenFollowUps(id).data?.total ?? 0
  const tabs = tabIds
    .filter((known) => known !== 'animals' || may('animals.read'))
    .map((known) => ({
      id: known,
      label: t(`tabs.${known}`),
      ...(known === 'interactions' && openFollowUps > 0 ? { count: openFollowUps } : {}),
    }))
  return (
    <Screen
      header={
        <PageHeader
          title={customerName(customer, lang)}
          path={[{ label: t('list.title'), href: '/customers' }]}
          marks={
            <>
              <IdChip id={customer.code} />
              <StatusBadge
                meaning={statusMeanings[customer.status]}
                word={words.value('customer', 'status', customer.status)}
              />
            </>
          }
          actions={
            <>
              {may('customers.write') && !busy && (
                <Button keys="E" onClick={() => patch({ tab: undefined, edit: true, log: undefined })}>
                  {t('actions.edit')}
                </Button>
              )}
              {may('customers.log') && !busy && (
                <Button kind="main" keys="L" onClick={() => patch({ tab: 'interactions', log: true, edit: undefined })}>
                  {t('actions.log')}
                </Button>
              )}
              <CustomerActions customer={customer} onArchived={() => go('/customers')} />
            </>
          }
        />
      }
      tabs={
        <Tabs
          label={t('tabs.label')}
          base={base}
          tabs={tabs}
          value={tab}
          onChange={(next) => patch({ tab: next === 'overview' ? undefined : next, edit: undefined, log: undefined })}
        />
      }
    >
      <TabPanel base={base} id="overview" value={tab}>
        <CustomerOverview customer={customer} />
      </TabPanel>
      <TabPanel base={base} id="interactions" value={tab}>
        <InteractionsTab customerId={id} />
      </TabPanel>
      <TabPanel base={base} id="animals" value={tab}>
        <OwnedAnimalsTab customerId={id} />
      </TabPanel>
      <TabPanel base={base} id="documents" value={tab}>
        <AttachmentsPanel ownerEntity="customer" ownerId={id} />
      </TabPanel>
      <TabPanel base={base} id="services" value={tab}>
        <ServiceHistory customerId={id} />
      </TabPanel>
      <TabPanel base={base} id="history" value={tab}>
        <RecordHistory entity="customer" id={id} />
      </TabPanel>
    </Screen>
  )
}
