import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../ui/format-values.ts'
import { useLook } from '../../../ui/theme/look.ts'

const unitSigns: Readonly<Record<string, string>> = { kg: 'kg', cm: 'cm', degC: '°C', points: '' }

/** A measured value with its unit, left to right in every language; a row that was taken back has none. */
export function MeasuredValue({ value, unit }: { value: number | null; unit: string }): ReactElement {
  const { t } = useTranslation('animals')
  const { lang } = useLook()
  if (value === null) return <>{t('measurements.takenBack')}</>
  const sign = unitSigns[unit] ?? unit
  return (
    <bdi dir="ltr">{`${formatNumber(lang, value, { maximumFractionDigits: 2 })}${sign === '' ? '' : `\u00a0${sign}`}`}</bdi>
  )
}
