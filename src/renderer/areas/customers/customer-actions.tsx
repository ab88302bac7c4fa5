/** The rarer things one may do with a customer, in a menu. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay } from '../../lib/session/session.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { MergePicker } from './merge-picker.tsx'
import { useArchiveCustomer } from './use-archive-customer.tsx'

export function CustomerActions({
  customer,
  onArchived,
}: {
  customer: Customer
  onArchived: () => void
}): ReactElement | null {
  const { t } = useTranslation('customers')
  const may = useMay()
  const go = useGo()
  const archive = useArchiveCustomer()
  const [merging, setMerging] = useState(false)
  const items: MenuEntry[] = [
    ...(may('customers.merge')
      ? [{ id: 'merge', label: t('merge.open'), icon: 'merge' as const, onSelect: () => setMerging(true) }]
      : []),
    {
      id: 'documents',
      label: t('tabs.documents'),
      icon: 'paperclip',
      onSelect: () => go(`/customers/${customer.id}?tab=documents`),
    },
    ...(may('customers.archive')
      ? [
          'divider' as const,
          {
            id: 'archive',
            label: t('archive.open'),
            icon: 'archive' as const,
            onSelect: () => {
              void archive(customer).then((done) => {
                if (done) onArchived()
              })
            },
          },
        ]
      : []),
  ]
  return (
    <>
      <Menu trigger={<IconButton icon="more" label={t('actions.more')} />} items={items} />
      {merging && <MergePicker keep={customer} onClose={() => setMerging(false)} />}
    </>
  )
}
