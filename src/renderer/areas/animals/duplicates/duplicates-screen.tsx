import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import type { DuplicateGroup } from '../../../../core/areas/animals/animals.parts.model.ts'
import type { ApiClient } from '../../../lib/api/api-client.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { useSearchState } from '../../../lib/route/use-search-state.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { Rows } from '../../../ui/inspector.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { AnimalName } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalParts, shortOf } from '../animals.queries.ts'
import { MergeDialog } from './merge-dialog.tsx'

const mostGroups = 100

/** `/animals/duplicates`: records that may be one animal; `?of=` asks about one of them. */
export function DuplicatesScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const [of] = useSearchState<string>('of')
  const [merging, setMerging] = useState<readonly [AnimalShort, AnimalShort] | null>(null)
  const duplicates = useQuery(
    recordsQuery({
      entity: 'animal',
      rest: ['duplicates', of ?? null],
      also: animalParts,
      read: (signal) => readGroups(api, of, signal),
    }),
  )
  const groups = duplicates.data ?? []
  return (
    <Screen
      width="read"
      header={
        <PageHeader
          title={t('duplicates.title')}
          path={[{ label: t('register.title'), href: '/animals' }]}
          detail={duplicates.data === undefined ? undefined : t('duplicates.count', { count: groups.length })}
        />
      }
    >
      {duplicates.isError && (
        <ErrorState {...errors.errorState(duplicates.error)} onRetry={() => void duplicates.refetch()} />
      )}
      {duplicates.isPending && <Skeleton lines={8} />}
      {duplicates.isSuccess && groups.length === 0 && (
        <EmptyState icon="check-circle" title={t('duplicates.empty')} detail={t('duplicates.emptyDetail')} />
      )}
      <div className={styles.stack}>
        {groups.map((group) => (
          <GroupCard
            key={`${group.reason}-${group.shared}-${group.animals[0]?.id ?? ''}`}
            group={group}
            onMerge={setMerging}
          />
        ))}
      </div>
      {merging !== null && <MergeDialog pair={merging} onClose={() => setMerging(null)} />}
    </Screen>
  )
}

/** What the node would refuse anyway is not offered. */
function canBeOne(first: AnimalShort, other: AnimalShort): boolean {
  return !first.hidden && !other.hidden && first.species === other.species
}

/** All groups, or those of one animal: the node then names the others only, and the animal itself is put first. */
async function readGroups(
  api: ApiClient,
  of: string | undefined,
  signal: AbortSignal,
): Promise<readonly DuplicateGroup[]> {
  if (of === undefined) return (await api.animals.duplicates({ limit: mostGroups }, { signal })).groups
  const [record, { groups }] = await Promise.all([
    api.animals.get({ id: of }, { signal }),
    api.animals.duplicatesOf({ id: of }, { signal }),
  ])
  return groups.map((group) => ({
    ...group,
    animals: [shortOf(record), ...group.animals.filter(({ id }) => id !== of)],
  }))
}

function GroupCard({
  group,
  onMerge,
}: {
  group: DuplicateGroup
  onMerge: (pair: readonly [AnimalShort, AnimalShort]) => void
}): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const may = useMay()
  const [first, ...others] = group.animals
  return (
    <Card title={t(`duplicates.shared.${group.reason}`, { shared: group.shared })}>
      <Rows>
        {group.animals.map((animal) => (
          <li key={animal.id}>
            <AnimalName animal={animal} />
            <span className={styles.dim}>
              {[words.value('species', animal.species), words.breed(animal.mainBreed), words.born(animal)]
                .filter((part) => part !== '')
                .join(t('separator'))}
            </span>
            <span className={styles.grow} />
            {first !== undefined &&
              animal !== first &&
              others.includes(animal) &&
              may('animals.merge', animal.siteId) &&
              canBeOne(first, animal) && (
                <Button small icon="merge" onClick={() => onMerge([first, animal])}>
                  {t('duplicates.mergeWith', { animal: first.code })}
                </Button>
              )}
          </li>
        ))}
      </Rows>
    </Card>
  )
}
