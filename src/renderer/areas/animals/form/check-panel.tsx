import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnimalFields, animalFields } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { emptyTextsAs } from '../../../ui/form/path-access.ts'
import { Inspector, Rows, Section } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { MeaningIcon } from '../../../ui/status.tsx'
import { AnimalName } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalParts } from '../animals.queries.ts'

/** Typing rests this long before the node is asked. */
const restMs = 400

/** What the node finds about the animal while the form is filled: refusals, doubts, possible duplicates, expected F. */
export function CheckPanel({ values, onClose }: { values: unknown; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const errors = useWords()
  const draft = useRested(useDeferredValue(values))
  const fields = toFields(draft)
  const checked = useQuery({
    ...recordsQuery({
      entity: 'animal',
      rest: ['check', fields],
      also: animalParts,
      enabled: fields !== null,
      read: (signal) => api.animals.check(fields as AnimalFields, { signal }),
    }),
    placeholderData: (before) => before,
  })
  const found = checked.data
  const findings = [
    ...(found?.refusals ?? []).map((one) => ({ ...one, meaning: 'critical' as const })),
    ...(found?.warnings ?? []).map((one) => ({ ...one, meaning: 'warn' as const })),
  ]
  const isClear = found !== undefined && findings.length === 0 && found.duplicates.length === 0
  return (
    <Inspector title={t('check.title')} onClose={onClose}>
      <div role="status" className={styles.stack}>
        {fields === null && <p className={styles.dim}>{t('check.begin')}</p>}
        {checked.isError && <Note meaning="warn">{errors.error(checked.error)}</Note>}
        {fields !== null && isClear && <Note meaning="ok">{t('check.clear')}</Note>}
        {findings.length > 0 && (
          <Rows>
            {findings.map((one) => (
              <li key={`${one.code}-${one.field ?? ''}`} style={{ alignItems: 'flex-start', paddingBlock: 6 }}>
                <MeaningIcon meaning={one.meaning} />
                <span>
                  {words.sentence(one)}
                  {namesIn(one.data).map((name) => (
                    <span key={name} className={styles.dim}>
                      {' '}
                      <bdi>{name}</bdi>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </Rows>
        )}
        {found !== undefined && found.duplicates.length > 0 && (
          <Section title={t('check.duplicates')}>
            <Rows>
              {found.duplicates.flatMap((group) =>
                group.animals.map((animal) => (
                  <li key={`${group.reason}-${animal.id}`}>
                    <AnimalName animal={animal} chip={false} />
                    <span className={styles.grow} />
                    <span className={styles.dim}>{t(`duplicates.reason.${group.reason}`)}</span>
                  </li>
                )),
              )}
            </Rows>
          </Section>
        )}
        {found !== undefined && found.expectedInbreeding !== null && (
          <Section title={t('check.expectedInbreeding')}>
            <p>
              <b className={styles.figure}>{words.percent(found.expectedInbreeding)}</b>
            </p>
          </Section>
        )}
      </div>
    </Inspector>
  )
}

/** Animals named in the facts of a finding. */
function namesIn(data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(data).flatMap(([key, fact]) => {
    if (key === 'animal' || typeof fact !== 'object' || fact === null || Array.isArray(fact)) return []
    const { name, code } = fact as { name?: unknown; code?: unknown }
    return typeof name === 'string' ? [name] : typeof code === 'string' ? [code] : []
  })
}

/** The fields as far as they are whole: rows that are still being typed are left out. */
function toFields(values: unknown): AnimalFields | null {
  const prepared = emptyTextsAs(values, null) as Record<string, unknown>
  const isWhole = (row: unknown) => Object.values(row as object).length > 0
  const identifiers = (prepared.identifiers as unknown[] | undefined)?.filter(
    (row) => isWhole(row) && hasTexts(row, ['scheme', 'value']),
  )
  const breeds = (prepared.breeds as unknown[] | undefined)?.filter(
    (row) => isWhole(row) && hasTexts(row, ['breed', 'fraction']),
  )
  const { breeds: _all, ...rest } = prepared
  const parsed = animalFields.safeParse({
    ...rest,
    identifiers: identifiers ?? [],
    ...(breeds === undefined || breeds.length === 0 ? {} : { breeds }),
  })
  return parsed.success ? parsed.data : null
}

function hasTexts(row: unknown, keys: readonly string[]): boolean {
  return keys.every((key) => (row as Record<string, unknown>)[key] != null)
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
