/** Interactions, documents and animals of a customer in one line of time. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { timelineEntry } from '../../../core/areas/customers/interactions.contract.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { oneKey } from '../../lib/live/query-keys.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { CheckboxField } from '../../ui/form/choice-fields.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import styles from './customers.module.css'
import { DueText } from './due-text.tsx'

type Entry = z.infer<typeof timelineEntry>
const kinds = ['interaction', 'document', 'animal'] as const
const pageSize = 50

export function ServiceHistory({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const [shown, setShown] = useState<readonly Entry['kind'][]>(kinds)
  const pages = useInfiniteQuery({
    queryKey: oneKey('customer', customerId, 'timeline', shown),
    meta: { also: ['customerInteraction', 'attachment', 'animal'] },
    queryFn: ({ pageParam, signal }) =>
      api.customers.timeline(
        { id: customerId, limit: pageSize, kinds: [...shown], ...(pageParam === '' ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: shown.length > 0,
  })
  const items = shown.length === 0 ? [] : pages.data?.pages.flatMap((page) => page.items)
  return (
    <div className={styles.interactions}>
      <fieldset className={styles.checks}>
        <legend className={styles.legend}>{t('services.show')}</legend>
        {kinds.map((kind) => (
          <CheckboxField
            key={kind}
            label={t(`services.kinds.${kind}`)}
            value={shown.includes(kind)}
            onChange={(on) => setShown(kinds.filter((one) => (one === kind ? on === true : shown.includes(one))))}
          />
        ))}
      </fieldset>
      {pages.isError && <ErrorState {...words.errorState(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && shown.length > 0 && <Skeleton lines={5} />}
      {items?.length === 0 && <EmptyState icon="history" title={t('services.none')} />}
      {items !== undefined && items.length > 0 && (
        <Timeline
          entries={items.map((entry) => ({
            id: `${entry.kind} ${entry.id}`,
            at: entry.at,
            title: <EntryTitle entry={entry} />,
            ...(entry.by === null ? {} : { who: <PersonName id={entry.by} /> }),
            ...(entry.dueDate === null ? {} : { marks: <DueText dueDate={entry.dueDate} doneAt={entry.doneAt} /> }),
          }))}
        />
      )}
      {pages.hasNextPage && (
        <div>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function EntryTitle({ entry }: { entry: Entry }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  switch (entry.kind) {
    case 'interaction':
      return (
        <>
          {words.value('customerInteraction', 'kind', entry.detail)}: <bdi>{entry.title}</bdi>
        </>
      )
    case 'document':
      return (
        <>
          {t('services.documentAdded', { kind: words.value('attachment', 'kind', entry.detail) })}:{' '}
          <bdi>{entry.title}</bdi>
        </>
      )
    case 'animal':
      return (
        <>
          {t('services.animalAdded', { species: words.value('animal', 'species', entry.detail) })}:{' '}
          <a className={styles.link} href={`/animals/${entry.id}`}>
            <bdi>{entry.title}</bdi>
          </a>
        </>
      )
  }
}
