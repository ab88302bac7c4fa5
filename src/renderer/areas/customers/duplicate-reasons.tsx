import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateReason } from '../../../core/areas/customers/tidying.model.ts'
import { formatNumber } from '../../ui/format-values.ts'
import { Tag } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './customers.module.css'

/** Says why two customers may be one. */
export function DuplicateReasons({ reasons }: { reasons: readonly DuplicateReason[] }): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  return (
    <span className={styles.tags}>
      {reasons.map(({ kind, score }) => (
        <Tag key={kind}>
          {t(`duplicates.reasons.${kind}`, { score: formatNumber(lang, score, { style: 'percent' }) })}
        </Tag>
      ))}
    </span>
  )
}
