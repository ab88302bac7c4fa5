import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'
import { MergeDialog } from './merge-dialog.tsx'

const mostChoices = 20

/** Asks with which other customer one is to be merged, then goes on to the comparison. */
export function MergePicker({ keep, onClose }: { keep: Customer; onClose: () => void }): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  const [otherId, setOtherId] = useState<string | null>(null)
  const [other, setOther] = useState<Customer | null>(null)
  const read = useCommand((client, id: string) => client.customers.get({ id }))
  if (other !== null) return <MergeDialog first={keep} second={other} onClose={onClose} />
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('merge.pickTitle', { name: customerName(keep, lang) })}
      footer={
        <Button
          kind="main"
          disabled={otherId === null}
          busy={read.busy}
          onClick={() => {
            if (otherId !== null) void read.run(otherId).then((found) => found !== undefined && setOther(found))
          }}
        >
          {t('duplicates.compare')}
        </Button>
      }
    >
      <SelectField
        label={words.record('customer')}
        hint={t('merge.pickHint')}
        autoFocus
        value={otherId}
        onChange={(id) => setOtherId(id ?? null)}
        loadOptions={async (text, signal) => {
          const { items } = await api.customers.list(
            { limit: mostChoices, ...(text.trim() === '' ? {} : { q: text.trim() }) },
            { signal },
          )
          return items
            .filter(({ id }) => id !== keep.id)
            .map((item) => ({ value: item.id, label: `${customerName(item, lang)} (${item.code})` }))
        }}
      />
    </Dialog>
  )
}
