/** Facts of a customer, its people and its places; each is edited where it stands. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { useSearchState } from '../../lib/route/use-search-state.ts'
import { useMay } from '../../lib/session/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { formatNumber, isolateLtr } from '../../ui/format-values.ts'
import { type Fact, Facts, Section } from '../../ui/inspector.tsx'
import { Mono } from '../../ui/mono.tsx'
import { DateTimeText } from '../../ui/relative-time.tsx'
import { Tag } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { AddressesSection } from './addresses-section.tsx'
import { ContactLink, WebLink } from './contact-link.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { CustomerForm } from './customer-form.tsx'
import styles from './customers.module.css'

export function CustomerOverview({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const [editing, setEditing] = useSearchState<boolean>('edit')
  const stop = () => setEditing(undefined)
  if (editing === true && may('customers.write'))
    return <CustomerForm customer={customer} onSaved={stop} onCancel={stop} />
  const edit = may('customers.write')
    ? { action: <LinkButton onClick={() => setEditing(true)}>{t('actions.editFacts')}</LinkButton> }
    : {}
  return (
    <>
      <h2>
        <VisuallyHidden>{t('tabs.overview')}</VisuallyHidden>
      </h2>
      <div className={styles.overview}>
        <div>
          <Section title={t('overview.facts')} {...edit}>
            <CustomerFacts customer={customer} />
          </Section>
          {customer.notes !== null && (
            <Section title={words.field('customer', 'notes')}>
              <p className={styles.notes}>{customer.notes}</p>
            </Section>
          )}
        </div>
        <div>
          <ContactsSection customerId={customer.id} />
          <AddressesSection customerId={customer.id} />
        </div>
      </div>
    </>
  )
}

function CustomerFacts({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const { creditLimit, paymentTermsDays, discountPercent, currency } = customer
  const fact = (field: keyof Customer & string, value: Fact['value'] | null): Fact[] =>
    value === null ? [] : [{ label: words.field('customer', field), value }]
  const text = (field: 'nameArabic' | 'industry' | 'name') =>
    fact(field, customer[field] === null ? null : <bdi>{customer[field]}</bdi>)
  const mono = (field: 'taxId' | 'registrationNumber') =>
    fact(field, customer[field] === null ? null : <Mono>{customer[field]}</Mono>)
  return (
    <Facts
      labelWidth={148}
      items={[
        ...(lang === 'ar' ? text('name') : text('nameArabic')),
        ...fact('type', words.value('customer', 'type', customer.type)),
        ...fact('category', words.value('customer', 'category', customer.category)),
        ...fact('phone', customer.phone === null ? null : <ContactLink kind="tel" text={customer.phone} />),
        ...fact('email', customer.email === null ? null : <ContactLink kind="mailto" text={customer.email} />),
        ...fact('website', customer.website === null ? null : <WebLink text={customer.website} />),
        ...fact('language', customer.language === null ? null : words.value('customer', 'language', customer.language)),
        ...mono('taxId'),
        ...mono('registrationNumber'),
        ...text('industry'),
        ...fact('tags', customer.tags.length === 0 ? null : customer.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)),
        ...fact(
          'creditLimit',
          creditLimit === null ? null : isolateLtr(`${formatNumber(lang, creditLimit)} ${currency ?? ''}`.trim()),
        ),
        ...fact(
          'paymentTermsDays',
          paymentTermsDays === null ? null : t('units.daysCount', { count: paymentTermsDays }),
        ),
        ...fact(
          'discountPercent',
          discountPercent === null ? null : isolateLtr(`${formatNumber(lang, discountPercent)} %`),
        ),
        { label: t('overview.added'), value: <Stamp at={customer.createdAt} by={customer.createdBy} /> },
        { label: t('overview.changed'), value: <Stamp at={customer.updatedAt} by={customer.updatedBy} /> },
      ]}
    />
  )
}

function Stamp({ at, by }: { at: string; by: string | null }): ReactElement {
  return (
    <>
      <DateTimeText at={at} />
      {by !== null && (
        <span className={styles.dim}>
          <PersonName id={by} />
        </span>
      )}
    </>
  )
}
