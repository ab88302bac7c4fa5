/** Everything said and done with a customer, newest first, and the place where the next is written down. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CustomerInteraction, interactionKinds } from '../../../core/areas/customers/interactions.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { oneKey } from '../../lib/live/query-keys.ts'
import { useSearchState } from '../../lib/route/use-search-state.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CompleteDialog } from './complete-dialog.tsx'
import styles from './customers.module.css'
import { InteractionForm } from './interaction-form.tsx'
import { InteractionRow } from './interaction-row.tsx'

const pageSize = 50

export function InteractionsTab({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const [logging, setLogging] = useSearchState<boolean>('log')
  const [kind, setKind] = useState<CustomerInteraction['kind'] | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const [completed, setCompleted] = useState<CustomerInteraction | null>(null)
  const pages = useInteractionPages(customerId, kind)
  const items = pages.data?.pages.flatMap((page) => page.items)
  const mayLog = may('customers.log')
  const adding = logging === true && mayLog
  return (
    <div className={styles.interactions}>
      {adding && <InteractionForm customerId={customerId} interaction={null} onDone={() => setLogging(undefined)} />}
      <div className={styles.kind}>
        <SelectField
          label={t('interactions.show')}
          labelHidden
          placeholder={t('interactions.allKinds')}
          value={kind}
          onChange={(value) => setKind((value as CustomerInteraction['kind'] | undefined) ?? null)}
          clearable
          options={interactionKinds.map((value) => ({
            value,
            label: words.value('customerInteraction', 'kind', value),
          }))}
        />
      </div>
      {pages.isError && <ErrorState {...words.errorState(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={5} />}
      {items?.length === 0 && !adding && (
        <EmptyState icon="phone" title={t('interactions.none')} detail={t('interactions.noneDetail')} />
      )}
      <ol className={styles.parts}>
        {items?.map((item) =>
          edited === item.id ? (
            <li key={item.id} className={styles.part}>
              <InteractionForm customerId={customerId} interaction={item} onDone={() => setEdited(null)} />
            </li>
          ) : (
            <InteractionRow
              key={item.id}
              interaction={item}
              mayLog={mayLog}
              onEdit={() => setEdited(item.id)}
              onComplete={() => setCompleted(item)}
            />
          ),
        )}
      </ol>
      {pages.hasNextPage && (
        <div>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
      {completed !== null && <CompleteDialog interaction={completed} onClose={() => setCompleted(null)} />}
    </div>
  )
}

function useInteractionPages(customerId: string, kind: CustomerInteraction['kind'] | null) {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: oneKey('customer', customerId, 'interactionPages', kind),
    meta: { also: ['customerInteraction', 'customerContact'] },
    queryFn: ({ pageParam, signal }) =>
      api.customers.interactions(
        {
          id: customerId,
          limit: pageSize,
          ...(kind === null ? {} : { kind }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
