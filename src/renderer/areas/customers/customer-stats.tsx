/** A line of figures over the list. Each leads to the rows it counts; what leads nowhere is not shown. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui/format-values.ts'
import { useLook } from '../../ui/theme/look.ts'
import styles from './customers.module.css'
import { useCustomerStats } from './customers.queries.ts'
import { listHref } from './list-filter.ts'

export function CustomerStats(): ReactElement | null {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const stats = useCustomerStats().data
  if (stats === undefined || stats.total + stats.archived === 0) return null
  const figures = [
    {
      id: 'overdue',
      count: stats.overdueFollowUps,
      label: t('stats.overdue'),
      href: '/customers/follow-ups?view=overdue',
      alert: true,
    },
    { id: 'open', count: stats.openFollowUps, label: t('stats.open'), href: '/customers/follow-ups?view=open' },
    {
      id: 'vip',
      count: stats.byCategory.find(({ value }) => value === 'vip')?.count ?? 0,
      label: t('stats.vip'),
      href: listHref({ field: 'category', op: 'isAnyOf', value: ['vip'] }),
    },
    { id: 'archived', count: stats.archived, label: t('stats.archived'), href: '/customers/archived' },
  ]
  return (
    <ul className={styles.figures} aria-label={t('stats.label')}>
      {figures.map(({ id, count, label, href, alert }) => (
        <li key={id}>
          <a className={styles.figure} href={href} data-alert={(alert === true && count > 0) || undefined}>
            <b>{formatNumber(lang, count)}</b> {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
