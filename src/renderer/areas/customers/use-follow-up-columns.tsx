import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../../core/areas/customers/interactions.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { PersonName, useKnownNames } from '../../lib/people/person-names.tsx'
import { CutText } from '../../ui/cut-text.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'
import { DueText } from './due-text.tsx'

/** Gives the columns of the list of follow-ups. Ids of sortable columns are the node's field names. */
export function useFollowUpColumns(): GridColumn<FollowUp>[] {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const knownName = useKnownNames()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look-up of names has no state of its own
  return useMemo(() => {
    const header = (field: string) => words.field('customerInteraction', field)
    return [
      {
        id: 'subject',
        header: header('subject'),
        kind: 'text',
        width: 206,
        pinned: true,
        sortable: true,
        value: (row) => row.subject,
        cell: (row) => <CutText strong>{row.subject}</CutText>,
      },
      {
        id: 'dueDate',
        header: header('dueDate'),
        kind: 'date',
        width: 150,
        sortable: true,
        value: (row) => row.dueDate ?? '',
        cell: (row) => <DueText dueDate={row.dueDate} doneAt={row.doneAt} />,
      },
      {
        id: 'customer',
        header: words.record('customer'),
        kind: 'text',
        width: 150,
        value: (row) => customerName({ name: row.customerName, nameArabic: row.customerNameArabic }, lang),
      },
      {
        id: 'kind',
        header: header('kind'),
        kind: 'text',
        width: 86,
        sortable: true,
        value: (row) => words.value('customerInteraction', 'kind', row.kind),
      },
      {
        id: 'assignedToUserId',
        header: header('assignedToUserId'),
        kind: 'text',
        width: 110,
        grow: true,
        value: (row) => knownName(row.assignedToUserId),
        cell: (row) =>
          row.assignedToUserId === null ? (
            <span>{t('followUps.nobody')}</span>
          ) : (
            <PersonName id={row.assignedToUserId} />
          ),
      },
      {
        id: 'customerCode',
        header: words.field('customer', 'code'),
        kind: 'mono',
        width: 100,
        hidden: true,
        value: (row) => row.customerCode,
      },
      {
        id: 'happenedAt',
        header: header('happenedAt'),
        kind: 'date',
        width: 110,
        sortable: true,
        hidden: true,
        value: (row) => row.happenedAt.slice(0, 10),
      },
      {
        id: 'doneAt',
        header: header('doneAt'),
        kind: 'date',
        width: 110,
        sortable: true,
        hidden: true,
        value: (row) => row.doneAt?.slice(0, 10) ?? '',
      },
      {
        id: 'details',
        header: header('details'),
        kind: 'text',
        width: 240,
        hidden: true,
        value: (row) => row.details ?? '',
      },
      {
        id: 'outcome',
        header: header('outcome'),
        kind: 'text',
        width: 240,
        hidden: true,
        value: (row) => row.outcome ?? '',
      },
    ]
  }, [t, lang, words])
}
