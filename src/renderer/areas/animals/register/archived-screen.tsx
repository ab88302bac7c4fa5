import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { Rows } from '../../../ui/inspector.tsx'
import { Mono } from '../../../ui/mono.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { SexMark } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'

const pageSize = 50

/** `/animals/archived`: animals laid aside, which can be taken back. */
export function ArchivedAnimalsScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const [limit, setLimit] = useState(pageSize)
  const restore = useCommand((client, input: { id: string }) => client.animals.restore(input))
  const archived = useQuery(
    recordsQuery({
      entity: 'animal',
      rest: ['archived', limit],
      read: (signal) => api.animals.archived({ limit }, { signal }),
    }),
  )
  const items = archived.data?.items ?? []
  return (
    <Screen
      width="read"
      header={<PageHeader title={t('archived.title')} path={[{ label: t('register.title'), href: '/animals' }]} />}
    >
      {archived.isError && (
        <ErrorState {...errors.errorState(archived.error)} onRetry={() => void archived.refetch()} />
      )}
      {archived.isPending && <Skeleton lines={8} />}
      {archived.isSuccess && items.length === 0 && (
        <EmptyState icon="archive" title={t('archived.empty')} detail={t('archived.emptyDetail')} />
      )}
      <Rows>
        {items.map((animal) => (
          <li key={animal.id}>
            <SexMark sex={animal.sex} />
            <span>{words.title(animal)}</span>
            <Mono>{animal.code}</Mono>
            <span className={styles.grow} />
            <span className={styles.dim}>
              <RelativeTime at={animal.archivedAt} />
            </span>
            {animal.mergedIntoId === null ? (
              <LinkButton onClick={() => void restore.run({ id: animal.id })}>{t('archived.restore')}</LinkButton>
            ) : (
              <a className={styles.link} href={`/animals/${animal.mergedIntoId}`}>
                {t('archived.merged')}
              </a>
            )}
          </li>
        ))}
      </Rows>
      {(archived.data?.total ?? 0) > items.length && limit < 200 && (
        <Button onClick={() => setLimit(Math.min(200, limit + pageSize))}>{t('showMore')}</Button>
      )}
    </Screen>
  )
}
