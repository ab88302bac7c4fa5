import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordQuery } from '../../lib/live/live-queries.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import styles from './customers.module.css'
import { DueText } from './due-text.tsx'

/** The latest interactions with a customer, for reading only. */
export function InteractionTimeline({ customerId, limit }: { customerId: string; limit: number }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const interactions = useQuery(
    recordQuery({
      entity: 'customer',
      id: customerId,
      rest: ['interactions', limit],
      also: ['customerInteraction'],
      read: (signal) => api.customers.interactions({ id: customerId, limit }, { signal }),
    }),
  )
  if (interactions.isError) return <p className={styles.dim}>{words.error(interactions.error)}</p>
  if (interactions.data === undefined) return <Skeleton lines={3} />
  if (interactions.data.items.length === 0) return <p className={styles.dim}>{t('interactions.none')}</p>
  return (
    <Timeline
      entries={interactions.data.items.map((item) => ({
        id: item.id,
        at: item.happenedAt,
        title: `${words.value('customerInteraction', 'kind', item.kind)}: ${item.subject}`,
        ...(item.details === null ? {} : { detail: item.details }),
        ...(item.createdBy === null ? {} : { who: <PersonName id={item.createdBy} /> }),
        ...(item.dueDate === null ? {} : { marks: <DueText dueDate={item.dueDate} doneAt={item.doneAt} /> }),
      }))}
    />
  )
}
