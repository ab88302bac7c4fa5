/** Changes chosen fields of many customers in one step, after showing what would change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BulkPreview, bulkChanges } from '../../../core/areas/customers/tidying.model.ts'
import { toApiError } from '../../lib/api/api-error.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { listKey } from '../../lib/live/query-keys.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Selection } from '../../ui/data-grid/selection.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Mono } from '../../ui/mono.tsx'
import { Note } from '../../ui/note.tsx'
import { BulkField, type BulkFieldName, bulkFieldNames, creditFieldNames, firstValueOf } from './bulk-field.tsx'
import { bulkSelectionOf } from './bulk-selection.ts'
import styles from './customers.module.css'
import type { ListFilter } from './list-filter.ts'
import { useValueText } from './merge-fields.tsx'
import { useSettled } from './use-settled.ts'

interface BulkEditDialogProps {
  readonly selection: Selection
  /** What the list shows, for a selection of all that match. */
  readonly filter: ListFilter
  readonly onClose: () => void
  readonly onDone: () => void
}

const restMs = 300

export function BulkEditDialog({ selection, filter, onClose, onDone }: BulkEditDialogProps): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const [values, setValues] = useState<Partial<Record<BulkFieldName, unknown>>>({})
  const [reason, setReason] = useState('')
  const named = Object.keys(values) as BulkFieldName[]
  const parsed = useMemo(() => bulkChanges.safeParse(values), [values])
  const preview = usePreview(selection, filter, parsed.success && named.length > 0 ? JSON.stringify(parsed.data) : '')
  const run = useCommand(
    async (api, { affected }: BulkPreview) =>
      api.customers.bulkEdit({
        selection: await bulkSelectionOf(api, selection, filter),
        changes: parsed.data ?? {},
        expectedAffected: affected,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    {
      onRefusal: (error) => {
        // Somebody changed rows since the preview: the new numbers come up, and the person decides again.
        if (error.code === 'bulk_selection_changed') void preview.refetch()
        return false
      },
    },
  )
  const free = bulkFieldNames.filter(
    (name) => !named.includes(name) && (may('customers.credit') || !creditFieldNames.has(name)),
  )
  const found = preview.data
  const labelOf = (name: BulkFieldName) =>
    name === 'addTags' || name === 'removeTags' ? t(`bulk.${name}`) : words.field('customer', name)
  return (
    <Dialog
      opened
      onClose={onClose}
      size="l"
      title={t('bulk.title')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            busy={run.busy}
            disabled={
              found === undefined || found.affected === 0 || !parsed.success || named.length === 0 || preview.isFetching
            }
            onClick={() => found !== undefined && void run.run(found).then((done) => done !== undefined && onDone())}
          >
            {found === undefined || named.length === 0 ? t('bulk.run') : t('bulk.runCount', { count: found.affected })}
          </Button>
        </>
      }
    >
      <div className={styles.merge}>
        {named.map((name) => (
          <div key={name} className={styles.bulkField}>
            <BulkField
              name={name}
              label={labelOf(name)}
              value={values[name]}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
            <IconButton
              icon="close"
              small
              label={t('bulk.leave', { field: labelOf(name) })}
              onClick={() => setValues(Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)))}
            />
          </div>
        ))}
        <SelectField
          key={named.length}
          label={t('bulk.addField')}
          value={null}
          autoFocus
          clearable={false}
          options={free.map((name) => ({ value: name, label: labelOf(name) }))}
          onChange={(name) => name != null && setValues({ ...values, [name]: firstValueOf(name as BulkFieldName) })}
        />
        {named.length > 0 && (
          <TextField
            label={t('bulk.reason')}
            value={reason}
            onChange={(text) => setReason(text ?? '')}
            maxLength={500}
          />
        )}
        {preview.isError && <Note meaning="critical">{words.error(toApiError(preview.error))}</Note>}
        {found !== undefined && named.length > 0 && <Preview preview={found} />}
      </div>
    </Dialog>
  )
}

function usePreview(selection: Selection, filter: ListFilter, changes: string) {
  const api = useApi()
  const settled = useSettled(changes, restMs)
  return useQuery({
    queryKey: listKey('customer', 'bulkPreview', selection.mode, [...selection.keys], filter, settled),
    queryFn: async ({ signal }) =>
      api.customers.previewBulkEdit(
        { selection: await bulkSelectionOf(api, selection, filter), changes: JSON.parse(settled) },
        { signal },
      ),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })
}

function Preview({ preview }: { preview: BulkPreview }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const valueText = useValueText()
  const { selected, affected, rows } = preview
  return (
    <section aria-label={t('bulk.preview')} aria-live="polite">
      <p>
        <b>{t('bulk.affected', { count: affected })}</b>{' '}
        <span className={styles.dim}>{t('bulk.selected', { count: selected })}</span>
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <div className={styles.previewRows} tabIndex={0}>
          <table className={styles.mergeTable}>
            <thead>
              <tr>
                <th scope="col">{words.record('customer')}</th>
                <th scope="col">{t('merge.field')}</th>
                <th scope="col">{t('bulk.before')}</th>
                <th scope="col">{t('bulk.after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.flatMap((row) =>
                Object.keys(row.after).map((field) => (
                  <tr key={`${row.id} ${field}`}>
                    <th scope="row">
                      <bdi>{row.name}</bdi> <Mono>{row.code}</Mono>
                    </th>
                    <td>{words.field('customer', field)}</td>
                    <td className={styles.dim}>
                      <bdi>{valueText(field, row.before[field])}</bdi>
                    </td>
                    <td>
                      <bdi>{valueText(field, row.after[field])}</bdi>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      {rows.length < affected && <p className={styles.dim}>{t('bulk.firstOnly', { count: rows.length })}</p>}
    </section>
  )
}
