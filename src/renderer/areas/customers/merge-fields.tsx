import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../../core/areas/customers/tidying.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { formatNumber } from '../../ui/format-values.ts'
import { useLook } from '../../ui/theme/look.ts'
import styles from './customers.module.css'

/** Which value of a field the merged customer has: its own, the other's, or what puts both together. */
export type Choice = 'keep' | 'loser' | 'proposed'

interface MergeFieldsProps {
  readonly preview: MergePreview
  readonly choices: Readonly<Record<string, Choice>>
  readonly onChoose: (field: string, choice: Choice) => void
}

/** A row for each field in which two customers differ, with one value to choose in each. */
export function MergeFields({ preview, choices, onChoose }: MergeFieldsProps): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const valueText = useValueText()
  const { differences, keep, loser } = preview
  const blends = differences.filter(
    ({ proposed, keep: own, loser: other }) => !same(proposed, own) && !same(proposed, other),
  )
  const shown: readonly Choice[] = blends.length === 0 ? ['keep', 'loser'] : ['keep', 'loser', 'proposed']
  if (differences.length === 0) return <p className={styles.dim}>{t('merge.same')}</p>
  return (
    <table className={styles.mergeTable}>
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          <th scope="col">{t('merge.fromKept', { code: keep.code })}</th>
          <th scope="col">{t('merge.fromOther', { code: loser.code })}</th>
          {shown.includes('proposed') && <th scope="col">{t('merge.both')}</th>}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { field } = difference
          const preset: Choice = same(difference.proposed, difference.keep)
            ? 'keep'
            : same(difference.proposed, difference.loser)
              ? 'loser'
              : 'proposed'
          const options: readonly Choice[] = blends.includes(difference) ? shown : ['keep', 'loser']
          return (
            <tr key={field}>
              <th scope="row">{words.field('customer', field)}</th>
              {shown.map((choice) => (
                <td key={choice}>
                  {options.includes(choice) && (
                    <label className={styles.mergeChoice}>
                      <input
                        type="radio"
                        name={field}
                        checked={(choices[field] ?? preset) === choice}
                        onChange={() => onChoose(field, choice)}
                      />
                      <bdi className={styles.notes}>{valueText(field, difference[choice])}</bdi>
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

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Gives the text of a customer's field, whatever it holds. */
export function useValueText(): (field: string, value: unknown) => string {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('noValue')
    if (Array.isArray(value)) return value.length === 0 ? t('noValue') : value.join(t('comma'))
    if (typeof value === 'number') return formatNumber(lang, value)
    return words.value('customer', field, String(value))
  }
}
