import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { formatDate } from '../../ui/format-values.ts'
import { Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { followUpState } from './customers.queries.ts'

/** When a follow-up is due, marked when it is late; nothing where there is none. */
export function DueText({ dueDate, doneAt }: { dueDate: string | null; doneAt: string | null }): ReactElement | null {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const state = followUpState({ dueDate, doneAt }, todayHere())
  if (state === 'none' || dueDate === null) return null
  if (state === 'done') return <Status meaning="ok" word={t('followUps.done')} />
  // The year is told only where it is another one.
  const date =
    dueDate.slice(0, 4) === todayHere().slice(0, 4)
      ? formatDate(lang, dueDate, { day: 'numeric', month: 'short' })
      : formatDate(lang, dueDate)
  return state === 'overdue' ? (
    <Status meaning="critical" strong word={t('followUps.overdueSince', { date })} />
  ) : (
    <Status meaning="info" icon="clock" word={t('followUps.dueOn', { date })} />
  )
}
