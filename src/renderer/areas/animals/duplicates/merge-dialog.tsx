import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MergeableField, mergeableFields } from '../../../../core/areas/animals/animals.bulk.model.ts'
import type { AnimalRecord, AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import { printFraction } from '../../../../core/areas/animals/species/breed-composition.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { Note } from '../../../ui/note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalQuery } from '../animals.queries.ts'

/** Makes two records one: which is kept, and which of its fields come from the other. */
export function MergeDialog({
  pair,
  onClose,
}: {
  pair: readonly [AnimalShort, AnimalShort]
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const go = useGo()
  const words = useAnimalWords()
  const errors = useWords()
  const [keptId, setKeptId] = useState(pair[0].id)
  const [taken, setTaken] = useState<ReadonlySet<MergeableField>>(new Set())
  const first = useQuery(animalQuery(api, pair[0].id))
  const second = useQuery(animalQuery(api, pair[1].id))
  const merge = useCommand((client, input: { id: string; otherId: string; take: MergeableField[] }) =>
    client.animals.merge(input),
  )
  const failure = first.error ?? second.error
  const [kept, other] = keptId === pair[0].id ? [first.data, second.data] : [second.data, first.data]

  function take(field: MergeableField, fromOther: boolean): void {
    setTaken((before) => {
      const next = new Set(before)
      if (fromOther) next.add(field)
      else next.delete(field)
      return next
    })
  }
  async function run(): Promise<void> {
    if (kept === undefined || other === undefined) return
    const record = await merge.run({ id: kept.id, otherId: other.id, take: [...taken] })
    if (record === undefined) return
    onClose()
    go(`/animals/${record.id}`)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="l"
      title={t('merge.title')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            icon="merge"
            busy={merge.busy}
            disabled={kept === undefined || other === undefined}
            onClick={() => void run()}
          >
            {t('merge.run')}
          </Button>
        </>
      }
    >
      {failure !== null && <Note meaning="critical">{errors.error(failure)}</Note>}
      {failure === null && (kept === undefined || other === undefined) && <Skeleton lines={6} />}
      {kept !== undefined && other !== undefined && (
        <div className={styles.stack}>
          <SegmentedField
            label={t('merge.keep')}
            value={keptId}
            options={pair.map((animal) => ({ value: animal.id, label: `${words.title(animal)} (${animal.code})` }))}
            onChange={(id) => {
              if (id == null) return
              setKeptId(id)
              setTaken(new Set())
            }}
          />
          <FieldChoices kept={kept} other={other} taken={taken} onTake={take} />
          <Note meaning="info">
            {t('merge.moves', {
              count: other.offspringCount,
              name: words.title({ code: other.code, name: other.name }),
            })}
          </Note>
        </div>
      )}
    </Dialog>
  )
}

interface FieldChoicesProps {
  readonly kept: AnimalRecord
  readonly other: AnimalRecord
  readonly taken: ReadonlySet<MergeableField>
  onTake(field: MergeableField, fromOther: boolean): void
}

/** Fields whose values differ. Where one record has none, the other's fills the gap and there is nothing to choose. */
function FieldChoices({ kept, other, taken, onTake }: FieldChoicesProps): ReactElement {
  const { t } = useTranslation('animals')
  const records = useWords()
  const show = useFieldText()
  const differing = mergeableFields.filter(
    (field) => JSON.stringify(kept[field] ?? null) !== JSON.stringify(other[field] ?? null) && !isEmpty(other[field]),
  )
  if (differing.length === 0) return <p className={styles.dim}>{t('merge.noDifference')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('bulk.field')}</th>
          <th>{t('merge.kept')}</th>
          <th>{t('merge.other')}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((field) => {
          const fillsGap = isEmpty(kept[field])
          const fromOther = fillsGap || taken.has(field)
          const label = records.field('animal', field)
          return (
            <tr key={field}>
              <th scope="row">{label}</th>
              {([false, true] as const).map((isOther) => (
                <td key={String(isOther)}>
                  {fillsGap && !isOther ? (
                    <span className={styles.dim}>{t('none')}</span>
                  ) : (
                    <label className={styles.row}>
                      <input
                        type="radio"
                        name={field}
                        aria-label={`${label}: ${isOther ? t('merge.other') : t('merge.kept')}`}
                        checked={fromOther === isOther}
                        onChange={() => onTake(field, isOther)}
                      />
                      <span>{show(isOther ? other : kept, field)}</span>
                    </label>
                  )}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Gives how a field of a record reads: names of other records, words of codes. */
function useFieldText(): (record: AnimalRecord, field: MergeableField) => string {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  return (record, field) => {
    const relatives = {
      sireId: record.sire,
      damId: record.dam,
      gestationalDamId: record.gestationalDam,
      nuclearDonorId: record.nuclearDonor,
    }
    if (field in relatives) {
      const relative = relatives[field as keyof typeof relatives]
      return relative === null ? t('none') : words.title(relative)
    }
    if (field === 'ownerCustomerId') return record.owner?.name ?? t('none')
    if (field === 'siteId') return sites.filter(({ id }) => id === record.siteId).map(siteName)[0] ?? record.siteId
    if (field === 'birthDate') return words.born(record)
    if (field === 'breeds')
      return record.breeds
        .map(({ breed, fraction }) => `${words.breed(breed)} \u2066${printFraction(fraction)}\u2069`)
        .join(t('separator'))
    const value = record[field]
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    return isEmpty(value) ? t('none') : words.value(field, String(value))
  }
}
