import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import { Section } from '../../../ui/inspector.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { AnimalName } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import type { BulkPreview } from './bulk-preview.ts'

/** What a bulk edit would do: counts, animals it refuses and why, and examples. */
export function BulkPreviewView({ preview }: { preview: BulkPreview }): ReactElement {
  const { t } = useTranslation('animals')
  const { lang } = useLook()
  const words = useAnimalWords()
  const records = useWords()
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('none')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'object')
      return String(
        (value as { name?: unknown; code?: unknown }).name ??
          (value as { code?: unknown }).code ??
          JSON.stringify(value),
      )
    return words.value(field, String(value))
  }
  return (
    <>
      <dl className={styles.counts}>
        {(['changed', 'unchanged', 'refused'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`bulk.${name}`)}</dt>
            <dd>{formatNumber(lang, preview[name])}</dd>
          </div>
        ))}
      </dl>
      {preview.refusals.length > 0 && (
        <Section title={t('bulk.refusals')}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <tbody>
                {preview.refusals.map((refused) => (
                  <tr key={refused.animal.id}>
                    <td>
                      <AnimalName animal={refused.animal} />
                    </td>
                    <td>{words.sentence(refused)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      {preview.samples.length > 0 && (
        <Section title={t('bulk.samples')}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{t('animal')}</th>
                  <th>{t('bulk.field')}</th>
                  <th>{t('bulk.from')}</th>
                  <th>{t('bulk.to')}</th>
                </tr>
              </thead>
              <tbody>
                {preview.samples.flatMap(({ animal, changes }) =>
                  changes.map((change) => (
                    <tr key={`${animal.id}-${change.field}`}>
                      <td>
                        <AnimalName animal={animal} />
                      </td>
                      <td>{records.field('animal', change.field)}</td>
                      <td className={styles.dim}>{show(change.field, change.from)}</td>
                      <td>{show(change.field, change.to)}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        </Section>
      )}
    </>
  )
}
