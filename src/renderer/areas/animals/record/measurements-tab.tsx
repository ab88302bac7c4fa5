import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeasurementKind, measurementKinds } from '../../../../core/areas/animals/animals.measurements.ts'
import type { AnimalMeasurement, AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { PersonName } from '../../../lib/people/person-names.tsx'
import { useMay } from '../../../lib/session/session.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { DateTimeText } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { CorrectDialog, MeasureDialog } from './measure-dialogs.tsx'
import { MeasuredValue } from './measured-value.tsx'

/** Every measurement of the animal, newest first, and recording new ones. */
export function MeasurementsTab({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const may = useMay()
  const [kind, setKind] = useState<MeasurementKind | null>(null)
  const [withCorrected, setWithCorrected] = useState(false)
  const [asking, setAsking] = useState<'measure' | AnimalMeasurement | null>(null)
  const { id } = animal
  const measurements = useQuery(
    recordQuery({
      entity: 'animal',
      id,
      rest: ['measurements', kind, withCorrected],
      also: ['animalMeasurement'],
      read: (signal) =>
        api.animals.measurements({ id, withCorrected, limit: 500, ...(kind === null ? {} : { kind }) }, { signal }),
    }),
  )
  const mayRecord = may('animals.record', animal.siteId)
  const items = measurements.data?.items ?? []
  return (
    <div className={styles.stack}>
      <div className={styles.rowWrap} style={{ alignItems: 'flex-end' }}>
        <SelectField
          label={t('measurements.kind')}
          placeholder={t('measurements.allKinds')}
          clearable
          value={kind}
          options={measurementKinds.map((code) => ({ value: code, label: words.value('kind', code) }))}
          onChange={(value) => setKind((value as MeasurementKind | undefined) ?? null)}
        />
        <CheckboxField
          label={t('measurements.withCorrected')}
          value={withCorrected}
          onChange={(on) => setWithCorrected(on === true)}
        />
        <span className={styles.grow} />
        {mayRecord && (
          <Button kind="main" icon="plus" keys="W" onClick={() => setAsking('measure')}>
            {t('measurements.record')}
          </Button>
        )}
      </div>
      {measurements.isError && (
        <ErrorState {...errors.errorState(measurements.error)} onRetry={() => void measurements.refetch()} />
      )}
      {measurements.isPending && <Skeleton lines={6} />}
      {measurements.isSuccess && items.length === 0 && (
        <EmptyState icon="weight" title={t('measurements.empty')} detail={t('measurements.emptyDetail')} />
      )}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('measurements.when')}</th>
              <th>{t('measurements.kind')}</th>
              <th className={styles.number}>{t('measurements.value')}</th>
              <th>{t('measurements.method')}</th>
              <th>{t('note')}</th>
              <th>{t('measurements.by')}</th>
              <th>
                <span className={styles.dim}>{mayRecord ? t('measurements.correct') : ''}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.id} className={row.correctedById === null ? undefined : styles.dim}>
                <td className={styles.nowrap}>
                  <DateTimeText at={row.measuredAt} />
                </td>
                <td>{words.value('kind', row.kind)}</td>
                <td
                  className={styles.number}
                  style={row.correctedById === null ? undefined : { textDecoration: 'line-through' }}
                >
                  <MeasuredValue value={row.value} unit={row.unit} />
                </td>
                <td>{row.method}</td>
                <td>{row.note}</td>
                <td>{row.createdBy !== null && <PersonName id={row.createdBy} />}</td>
                <td>
                  {row.correctedById !== null
                    ? t('measurements.corrected')
                    : mayRecord &&
                      row.value !== null && (
                        <LinkButton onClick={() => setAsking(row)}>{t('measurements.correct')}</LinkButton>
                      )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking === 'measure' && <MeasureDialog animal={animal} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'measure' && (
        <CorrectDialog animal={animal} row={asking} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}
