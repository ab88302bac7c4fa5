import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../../core/areas/customers/interactions.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { Button } from '../../ui/button.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { type Fact, Facts, Inspector, Section } from '../../ui/inspector.tsx'
import { DateTimeText } from '../../ui/relative-time.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { ContactLink } from './contact-link.tsx'
import { customerName } from './customer-name.ts'
import styles from './customers.module.css'
import { useContacts } from './customers.queries.ts'
import { DueText } from './due-text.tsx'

interface FollowUpInspectorProps {
  readonly followUp: FollowUp
  readonly onClose: () => void
  /** Left out for those who may not record interactions. */
  readonly onComplete?: () => void
}

/** A follow-up with what one needs to act on it: what it is about, and how to reach the customer. */
export function FollowUpInspector({ followUp, onClose, onComplete }: FollowUpInspectorProps): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const go = useGo()
  const contacts = useContacts(followUp.customerId).data?.items ?? []
  const contact = contacts.find(({ id }) => id === followUp.contactId) ?? contacts.find(({ isPrimary }) => isPrimary)
  const href = `/customers/${followUp.customerId}?tab=interactions`
  const name = customerName({ name: followUp.customerName, nameArabic: followUp.customerNameArabic }, lang)
  const facts: (Fact | null)[] = [
    {
      label: words.record('customer'),
      value: (
        <>
          <a className={styles.link} href={`/customers/${followUp.customerId}`}>
            <bdi>{name}</bdi>
          </a>
          <IdChip id={followUp.customerCode} />
        </>
      ),
    },
    {
      label: words.field('customerInteraction', 'kind'),
      value: words.value('customerInteraction', 'kind', followUp.kind),
    },
    { label: words.field('customerInteraction', 'happenedAt'), value: <DateTimeText at={followUp.happenedAt} /> },
    {
      label: words.field('customerInteraction', 'assignedToUserId'),
      value: followUp.assignedToUserId === null ? t('followUps.nobody') : <PersonName id={followUp.assignedToUserId} />,
    },
    followUp.doneAt === null
      ? null
      : { label: words.field('customerInteraction', 'doneAt'), value: <DateTimeText at={followUp.doneAt} /> },
    followUp.outcome === null
      ? null
      : { label: words.field('customerInteraction', 'outcome'), value: followUp.outcome },
  ]
  return (
    <Inspector
      title={<bdi>{followUp.subject}</bdi>}
      marks={<DueText dueDate={followUp.dueDate} doneAt={followUp.doneAt} />}
      onOpen={() => go(href)}
      onClose={onClose}
      {...(onComplete === undefined || followUp.doneAt !== null
        ? {}
        : {
            footer: (
              <Button kind="main" keys="D" onClick={onComplete}>
                {t('followUps.markDone')}
              </Button>
            ),
          })}
    >
      <Facts labelWidth={96} items={facts.filter((fact) => fact !== null)} />
      {followUp.details !== null && (
        <Section title={words.field('customerInteraction', 'details')}>
          <p className={styles.notes}>{followUp.details}</p>
        </Section>
      )}
      {contact !== undefined && (
        <Section title={words.record('customerContact')}>
          <p>
            <bdi>{contact.name}</bdi>
          </p>
          <p className={styles.reach}>
            {contact.mobile !== null && <ContactLink kind="tel" text={contact.mobile} />}
            {contact.phone !== null && <ContactLink kind="tel" text={contact.phone} />}
            {contact.email !== null && <ContactLink kind="mailto" text={contact.email} />}
          </p>
        </Section>
      )}
    </Inspector>
  )
}
