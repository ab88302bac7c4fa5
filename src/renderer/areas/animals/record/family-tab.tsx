import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord, AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Rows, Section } from '../../../ui/inspector.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Status } from '../../../ui/status.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { AnimalName } from '../animal-name.tsx'
import { statusMeanings, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'

const pageSize = 50

/** Offspring with their other parent, and siblings. */
export function FamilyTab({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const { lang } = useLook()
  const [limit, setLimit] = useState(pageSize)
  const { id } = animal
  const progeny = useQuery(
    recordQuery({
      entity: 'animal',
      id,
      rest: ['progeny', limit],
      also: ['animal'],
      read: (signal) => api.animals.progeny({ id, limit }, { signal }),
    }),
  )
  const siblings = useQuery(
    recordQuery({
      entity: 'animal',
      id,
      rest: ['siblings'],
      also: ['animal'],
      read: (signal) => api.animals.siblings({ id }, { signal }),
    }),
  )
  const total = progeny.data?.total ?? 0
  return (
    <div className={styles.columns}>
      <Section title={t('offspring')} {...(progeny.data === undefined ? {} : { detail: formatNumber(lang, total) })}>
        {progeny.isError && <ErrorState {...errors.errorState(progeny.error)} onRetry={() => void progeny.refetch()} />}
        {progeny.isPending && <Skeleton lines={4} />}
        {progeny.isSuccess && total === 0 && <p className={styles.dim}>{t('family.noOffspring')}</p>}
        <Rows>
          {(progeny.data?.items ?? []).map((row) => (
            <li key={`${row.animal.id}-${row.as}`}>
              <AnimalName animal={row.animal} />
              {(row.as === 'gestational_dam' || row.as === 'nuclear_donor') && (
                <span className={styles.dim}>{t(`family.as.${row.as}`)}</span>
              )}
              <span className={styles.grow} />
              {row.otherParent !== null && (
                <span className={styles.row}>
                  <span className={styles.dim}>{t('family.with')}</span>
                  <AnimalName animal={row.otherParent} chip={false} />
                </span>
              )}
              <span className={styles.dim}>{words.born(row.animal)}</span>
            </li>
          ))}
        </Rows>
        {total > (progeny.data?.items.length ?? 0) && (
          <Button onClick={() => setLimit(Math.min(500, limit + pageSize))}>{t('showMore')}</Button>
        )}
      </Section>
      <div>
        {siblings.isError && (
          <ErrorState {...errors.errorState(siblings.error)} onRetry={() => void siblings.refetch()} />
        )}
        {siblings.data !== undefined && (
          <>
            <Relatives title={t('family.full')} animals={siblings.data.full} />
            <Relatives title={t('family.paternal')} animals={siblings.data.paternal} />
            <Relatives title={t('family.maternal')} animals={siblings.data.maternal} />
            {siblings.data.full.length + siblings.data.paternal.length + siblings.data.maternal.length === 0 && (
              <Section title={t('family.siblings')}>
                <p className={styles.dim}>{t('family.noSiblings')}</p>
              </Section>
            )}
            {!siblings.data.complete && <p className={styles.dim}>{t('family.incomplete')}</p>}
          </>
        )}
      </div>
    </div>
  )
}

function Relatives({ title, animals }: { title: string; animals: readonly AnimalShort[] }): ReactElement | null {
  const words = useAnimalWords()
  const { lang } = useLook()
  if (animals.length === 0) return null
  return (
    <Section title={title} detail={formatNumber(lang, animals.length)}>
      <Rows>
        {animals.map((animal) => (
          <li key={animal.id}>
            <AnimalName animal={animal} />
            <span className={styles.grow} />
            {animal.status !== 'active' && (
              <Status meaning={statusMeanings[animal.status]} word={words.value('status', animal.status)} />
            )}
            <span className={styles.dim}>{words.born(animal)}</span>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
