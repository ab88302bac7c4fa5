/** Pairs of customers that may be one, most alike first, each with the way to merge them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import type { DuplicatePair } from '../../../core/areas/customers/tidying.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { listKey } from '../../lib/live/query-keys.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { Mono } from '../../ui/mono.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { statusMeanings } from './customer-status.ts'
import styles from './customers.module.css'
import { DuplicateReasons } from './duplicate-reasons.tsx'
import { MergeDialog } from './merge-dialog.tsx'

const pageSize = 25

export function DuplicatesScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const api = useApi()
  const [merging, setMerging] = useState<DuplicatePair | null>(null)
  const pages = useInfiniteQuery({
    queryKey: listKey('customer', 'duplicates'),
    queryFn: ({ pageParam, signal }) => api.customers.duplicates({ limit: pageSize, offset: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.length * pageSize
      return read < last.total ? read : undefined
    },
  })
  const first = pages.data?.pages[0]
  const pairs = pages.data?.pages.flatMap((page) => page.items)
  return (
    <Screen
      header={
        <PageHeader
          title={t('duplicates.title')}
          path={[{ label: t('list.title'), href: '/customers' }]}
          {...(first === undefined ? {} : { detail: t('duplicates.count', { count: first.total }) })}
        />
      }
    >
      <div className={styles.pairs}>
        {first?.truncated === true && <Note meaning="info">{t('duplicates.truncated')}</Note>}
        {pages.isError && <ErrorState {...words.errorState(pages.error)} onRetry={() => void pages.refetch()} />}
        {pages.isPending && <Skeleton lines={5} />}
        {pairs?.length === 0 && (
          <EmptyState icon="check-circle" title={t('duplicates.none')} detail={t('duplicates.noneDetail')} />
        )}
        {pairs?.map((pair) => (
          <Card
            key={`${pair.first.id} ${pair.second.id}`}
            title={<DuplicateReasons reasons={pair.reasons} />}
            actions={
              may('customers.merge') && (
                <Button small icon="merge" onClick={() => setMerging(pair)}>
                  {t('duplicates.compare')}
                </Button>
              )
            }
          >
            <div className={styles.pair}>
              <Twin customer={pair.first} />
              <Twin customer={pair.second} />
            </div>
          </Card>
        ))}
        {pages.hasNextPage && (
          <div>
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('showMore')}
            </Button>
          </div>
        )}
      </div>
      {merging !== null && (
        <MergeDialog first={merging.first} second={merging.second} onClose={() => setMerging(null)} />
      )}
    </Screen>
  )
}

function Twin({ customer }: { customer: Customer }): ReactElement {
  const words = useWords()
  return (
    <div className={styles.partText}>
      <p className={styles.partHead}>
        <a className={styles.link} href={`/customers/${customer.id}`}>
          <bdi>{customer.name}</bdi>
        </a>
        <Mono>{customer.code}</Mono>
        <Status meaning={statusMeanings[customer.status]} word={words.value('customer', 'status', customer.status)} />
      </p>
      {customer.nameArabic !== null && (
        <p>
          <bdi>{customer.nameArabic}</bdi>
        </p>
      )}
      <p className={styles.facts}>
        {[customer.phone, customer.email, customer.taxId].map((text) => text !== null && <bdi key={text}>{text}</bdi>)}
      </p>
    </div>
  )
}
