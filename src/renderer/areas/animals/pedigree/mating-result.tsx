import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import { Rows } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { useAnimalWords } from '../animal-words.ts'
import animals from '../animals.module.css'
import styles from './pedigree.module.css'

/**
 * Above it a mating is marked: 6.25 % is the F of the offspring of first cousins, the limit most herd books advise
 * against passing. Advice, not a refusal.
 */
export const herdLimit = 0.0625

/** What the mating of two animals gives: expected F on a scale with the limit, and through whom. */
export function MatingResult({
  animal,
  mate,
  isDam,
}: {
  animal: AnimalShort
  mate: AnimalShort
  isDam: boolean
}): ReactElement | null {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const [sireId, damId] = isDam ? [mate.id, animal.id] : [animal.id, mate.id]
  const mating = useQuery(
    recordsQuery({
      entity: 'animal',
      rest: ['mating', sireId, damId],
      also: ['animalInbreeding'],
      read: (signal) => api.animals.mating({ sireId, damId }, { signal }),
    }),
  )
  if (mating.isError) return <Note meaning="critical">{errors.error(mating.error)}</Note>
  if (mating.data === undefined) return null
  const { expectedInbreeding, commonAncestors } = mating.data
  return (
    <>
      <p className={styles.big}>{words.percent(expectedInbreeding)}</p>
      <p className={animals.dim}>{t('mating.expected', { limit: words.percent(herdLimit) })}</p>
      <LimitScale value={expectedInbreeding} />
      {commonAncestors.length === 0 ? (
        <p className={animals.dim}>{t('mating.noCommon')}</p>
      ) : (
        <Rows>
          {commonAncestors.slice(0, 6).map((one) => (
            <li key={one.animal.id}>
              <span className={animals.dim}>{t('mating.through')}</span>
              <bdi>{words.title(one.animal)}</bdi>
              <span className={animals.grow} />
              <b className={animals.figure}>{words.percent(one.contribution)}</b>
            </li>
          ))}
        </Rows>
      )}
    </>
  )
}

/** A bar from 0 to 10 % (or 50 %) with a mark at the limit; left to right in every language. */
function LimitScale({ value }: { value: number }): ReactElement {
  const { t } = useTranslation('animals')
  const { lang } = useLook()
  const words = useAnimalWords()
  const end = value > 0.1 ? 0.5 : 0.1
  const at = (fraction: number) => `${Math.min(100, (fraction / end) * 100)}%`
  return (
    <div
      className={styles.scale}
      role="img"
      aria-label={t('mating.scale', { value: words.percent(value), limit: words.percent(herdLimit) })}
    >
      <div className={styles.bar} data-above={value > herdLimit || undefined}>
        <i style={{ width: at(value) }} />
        <u style={{ left: at(herdLimit) }} />
      </div>
      <div className={styles.ticks}>
        <span>0</span>
        <span style={{ left: at(herdLimit) }}>{formatNumber(lang, herdLimit * 100)}</span>
        <span style={{ right: 0 }}>{`${formatNumber(lang, end * 100)} %`}</span>
      </div>
    </div>
  )
}
