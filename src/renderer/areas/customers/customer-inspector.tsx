/** The chosen customer in short, beside a list. */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { RecordHistory } from '../../lib/history/record-history.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordQuery } from '../../lib/live/live-queries.ts'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { type Fact, Facts, Inspector, Rows, Section } from '../../ui/inspector.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StatusBadge, Tag } from '../../ui/status.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { AddressText } from './address-text.tsx'
import { ContactLink } from './contact-link.tsx'
import { CustomerActions } from './customer-actions.tsx'
import { customerName } from './customer-name.ts'
import { statusMeanings } from './customer-status.ts'
import styles from './customers.module.css'
import { useAddresses, useContacts, useCustomer, useOpenFollowUps } from './customers.queries.ts'
import { DueText } from './due-text.tsx'
import { InteractionTimeline } from './interaction-timeline.tsx'

export function CustomerInspector({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const words = useWords()
  const customer = useCustomer(id)
  if (customer.data !== undefined) return <Known customer={customer.data} onClose={onClose} />
  return (
    <Inspector title="" onClose={onClose}>
      {customer.isError ? (
        <ErrorState {...words.errorState(customer.error)} onRetry={() => void customer.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Inspector>
  )
}

function Known({ customer, onClose }: { customer: Customer; onClose: () => void }): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const go = useGo()
  const may = useMay()
  const [tab, setTab] = useState('overview')
  const href = `/customers/${customer.id}`
  return (
    <Inspector
      title={<bdi>{customerName(customer, lang)}</bdi>}
      subtitle={<bdi>{lang === 'ar' ? customer.nameArabic !== null && customer.name : customer.nameArabic}</bdi>}
      marks={
        <>
          <StatusBadge
            meaning={statusMeanings[customer.status]}
            word={words.value('customer', 'status', customer.status)}
          />
          <Tag>{words.value('customer', 'type', customer.type)}</Tag>
          {customer.category !== 'standard' && <Tag>{words.value('customer', 'category', customer.category)}</Tag>}
        </>
      }
      onOpen={() => go(href)}
      onClose={onClose}
      tabs={
        <Tabs
          label={t('tabs.label')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'overview', label: t('tabs.overview') },
            { id: 'interactions', label: t('tabs.interactions') },
            { id: 'history', label: t('tabs.history') },
          ]}
        />
      }
      footer={
        <>
          {may('customers.write') && (
            <Button keys="E" onClick={() => go(`${href}?tab=overview&edit=true`)}>
              {t('actions.edit')}
            </Button>
          )}
          {may('customers.log') && (
            <Button keys="L" onClick={() => go(`${href}?tab=interactions&log=true`)}>
              {t('actions.log')}
            </Button>
          )}
          <span className={styles.grow} />
          <CustomerActions customer={customer} onArchived={onClose} />
        </>
      }
    >
      {tab === 'overview' && <InspectorOverview customer={customer} />}
      {tab === 'interactions' && <InteractionTimeline customerId={customer.id} limit={10} />}
      {tab === 'history' && <RecordHistory entity="customer" id={customer.id} />}
    </Inspector>
  )
}

function InspectorOverview({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const contacts = useContacts(customer.id).data?.items
  const addresses = useAddresses(customer.id).data?.items
  const contact = contacts?.find((item) => item.isPrimary)
  const address = addresses?.find((item) => item.isPrimary)
  const facts: (Fact | null)[] = [
    { label: words.field('customer', 'code'), value: <IdChip id={customer.code} /> },
    customer.phone === null
      ? null
      : { label: words.field('customer', 'phone'), value: <ContactLink kind="tel" text={customer.phone} /> },
    customer.email === null
      ? null
      : { label: words.field('customer', 'email'), value: <ContactLink kind="mailto" text={customer.email} /> },
    address === undefined ? null : { label: words.record('customerAddress'), value: <AddressText address={address} /> },
    customer.tags.length === 0
      ? null
      : {
          label: words.field('customer', 'tags'),
          value: customer.tags.map((tag) => <Tag key={tag}>{tag}</Tag>),
        },
  ]
  return (
    <>
      <Facts labelWidth={84} items={facts.filter((fact) => fact !== null)} />
      {contact !== undefined && (
        <Section title={t('contacts.primary')}>
          <Rows>
            <li>
              <b>
                <bdi>{contact.name}</bdi>
              </b>
              <span className={styles.dim}>{contact.title}</span>
            </li>
            {[contact.mobile, contact.phone].map(
              (number) => number !== null && <li key={number}>{<ContactLink kind="tel" text={number} />}</li>,
            )}
            {contact.email !== null && (
              <li>
                <ContactLink kind="mailto" text={contact.email} />
              </li>
            )}
          </Rows>
        </Section>
      )}
      <OpenFollowUps customerId={customer.id} />
      <OwnedAnimals customerId={customer.id} />
      <Section title={t('inspector.latest')}>
        <InteractionTimeline customerId={customer.id} limit={3} />
      </Section>
    </>
  )
}

function OpenFollowUps({ customerId }: { customerId: string }): ReactElement | null {
  const { t } = useTranslation('customers')
  const followUps = useOpenFollowUps(customerId).data
  if (followUps === undefined || followUps.total === 0) return null
  return (
    <Section title={t('inspector.followUps')} detail={t('followUps.count', { count: followUps.total })}>
      <Rows>
        {followUps.items.slice(0, 5).map((item) => (
          <li key={item.id}>
            <span className={styles.growText}>{item.subject}</span>
            <DueText dueDate={item.dueDate} doneAt={item.doneAt} />
          </li>
        ))}
      </Rows>
    </Section>
  )
}

const animalsShown = 5

function OwnedAnimals({ customerId }: { customerId: string }): ReactElement | null {
  const { t } = useTranslation('customers')
  const api = useApi()
  const may = useMay()
  const animals = useQuery(
    recordQuery({
      entity: 'customer',
      id: customerId,
      rest: ['animals', animalsShown],
      also: ['animal'],
      enabled: may('animals.read'),
      read: (signal) => api.animals.list({ ownerCustomerId: customerId, limit: animalsShown }, { signal }),
    }),
  ).data
  if (animals === undefined || animals.total === 0) return null
  return (
    <Section
      title={t('inspector.animals')}
      detail={t('animals.count', { count: animals.total })}
      action={<LinkButton href={`/customers/${customerId}?tab=animals`}>{t('inspector.showAll')}</LinkButton>}
    >
      <Rows>
        {animals.items.map((animal) => (
          <li key={animal.id}>
            <a className={styles.link} href={`/animals/${animal.id}`}>
              <bdi>{animal.name ?? animal.code}</bdi>
            </a>
            <span className={styles.grow} />
            {animal.internalNumber !== null && <IdChip id={animal.internalNumber} />}
          </li>
        ))}
      </Rows>
    </Section>
  )
}
