import { type ReactElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckboxField, SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Section } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { Tag } from '../../../ui/status.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { ListOptions } from './import-options.tsx'
import { type Analysis, type ImportDraft, type ImportList, importApi } from './import-target.ts'
import styles from './import-wizard.module.css'

interface MappingStepProps {
  readonly list: ImportList
  readonly draft: ImportDraft
  onChange(draft: ImportDraft): void
  onBack(): void
  onNext(): void
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'line' } as const
type Delimiter = keyof typeof delimiters

/** Which column is which field, and how the file is to be read. */
export function MappingStep({ list, draft, onChange, onBack, onNext }: MappingStepProps): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const { fields, columns, rows } = draft.analysis
  const missing = fields.filter((field) => field.required && draft.mapping[field.key] === undefined)
  const labelOf = (field: Analysis['fields'][number]) => (lang === 'ar' ? field.labels.ar : field.labels.en)
  const fieldOf = new Map(Object.entries(draft.mapping).map(([key, column]) => [column, key]))
  function map(column: number, key: string | null): void {
    const kept = Object.entries(draft.mapping).filter(([other, at]) => at !== column && other !== key)
    onChange({ ...draft, mapping: { ...Object.fromEntries(kept), ...(key === null ? {} : { [key]: column }) } })
  }
  return (
    <>
      <FormatChoices list={list} draft={draft} onChange={onChange} />
      <Section title={t('mapping.title')} detail={t('mapping.rows', { count: rows })}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('mapping.column')}</th>
              <th>{t('mapping.samples')}</th>
              <th>{t('mapping.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.index}>
                <th scope="row">
                  <bdi>{column.heading}</bdi>
                </th>
                <td className={styles.samples}>
                  {column.samples.slice(0, 3).map((sample, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat
                    <bdi key={at}>{sample}</bdi>
                  ))}
                </td>
                <td>
                  <SelectField
                    label={t('mapping.fieldOf', { column: column.heading })}
                    labelHidden
                    clearable
                    placeholder={t('mapping.ignore')}
                    value={fieldOf.get(column.index) ?? null}
                    options={fields.map((field) => ({ value: field.key, label: labelOf(field) }))}
                    onChange={(key) => map(column.index, key ?? null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <ListOptions list={list} draft={draft} onChange={onChange} />
      <Section title={t('existing.title')}>
        <div className={styles.grid}>
          <SegmentedField
            label={t('existing.what')}
            value={draft.onExisting}
            options={(['reject', 'skip', 'update'] as const).map((value) => ({ value, label: t(`existing.${value}`) }))}
            onChange={(value) => onChange({ ...draft, onExisting: (value ?? 'reject') as ImportDraft['onExisting'] })}
          />
          <SegmentedField
            label={t('repeated.what')}
            value={draft.onRepeated}
            options={(['reject', 'skip'] as const).map((value) => ({ value, label: t(`existing.${value}`) }))}
            onChange={(value) => onChange({ ...draft, onRepeated: (value ?? 'reject') as ImportDraft['onRepeated'] })}
          />
        </div>
        {draft.onExisting === 'update' && (
          <UpdateFields
            fields={fields.filter((field) => field.updatable && draft.mapping[field.key] !== undefined)}
            labelOf={labelOf}
            draft={draft}
            onChange={onChange}
          />
        )}
      </Section>
      {missing.length > 0 && (
        <Note meaning="warn">
          {t('mapping.missing')}{' '}
          {missing.map((field) => (
            <Tag key={field.key}>{labelOf(field)}</Tag>
          ))}
        </Note>
      )}
      <div className={styles.actions}>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button
          kind="main"
          disabled={missing.length > 0 || Object.keys(draft.mapping).length === 0 || rows === 0}
          onClick={onNext}
        >
          {t('mapping.next', { rows: formatNumber(lang, rows) })}
        </Button>
      </div>
    </>
  )
}

interface UpdateFieldsProps {
  readonly fields: Analysis['fields']
  readonly draft: ImportDraft
  labelOf(field: Analysis['fields'][number]): string
  onChange(draft: ImportDraft): void
}

function UpdateFields({ fields, draft, labelOf, onChange }: UpdateFieldsProps): ReactElement {
  const { t } = useTranslation('imports')
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: the kit's boxes bring their own frame
    <div role="group" aria-labelledby={id} className={styles.checks}>
      <p id={id}>{t('existing.fields')}</p>
      {fields.map((field) => (
        <CheckboxField
          key={field.key}
          label={labelOf(field)}
          value={draft.updateFields.includes(field.key)}
          onChange={(on) =>
            onChange({
              ...draft,
              updateFields:
                on === true
                  ? [...draft.updateFields, field.key]
                  : draft.updateFields.filter((key) => key !== field.key),
            })
          }
        />
      ))}
    </div>
  )
}

function FormatChoices({ list, draft, onChange }: Pick<MappingStepProps, 'list' | 'draft' | 'onChange'>): ReactElement {
  const { t } = useTranslation('imports')
  const api = importApi(useApi(), list)
  const { format, sheets } = draft.analysis
  const read = useCommand((_client, change: Partial<Analysis['format']>) =>
    api.analyse({ file: draft.file, format: { ...format, ...change } }),
  )
  async function again(change: Partial<Analysis['format']>): Promise<void> {
    const analysis = await read.run(change)
    if (analysis !== undefined)
      onChange({
        ...draft,
        analysis,
        mapping: analysis.mapping,
        dateOrder: analysis.dateOrder,
        decimal: analysis.decimal,
      })
  }
  return (
    <Section title={t('format.title')}>
      <div className={styles.grid}>
        {format.kind === 'csv' ? (
          <>
            <SelectField
              label={t('format.encoding')}
              required
              value={format.encoding}
              options={encodings.map((value) => ({ value, label: t(`format.encodings.${value}`) }))}
              onChange={(value) => void again({ encoding: value as (typeof encodings)[number] })}
            />
            <SelectField
              label={t('format.delimiter')}
              required
              value={format.delimiter}
              options={(Object.keys(delimiters) as Delimiter[]).map((value) => ({
                value,
                label: t(`format.delimiters.${delimiters[value]}`),
              }))}
              onChange={(value) => void again({ delimiter: value as Delimiter })}
            />
          </>
        ) : (
          sheets.length > 1 && (
            <SelectField
              label={t('format.sheet')}
              required
              value={format.sheet}
              options={sheets.map((value) => ({ value, label: value }))}
              onChange={(value) => void again({ sheet: value ?? null })}
            />
          )
        )}
        <SelectField
          label={t('format.dateOrder')}
          value={draft.dateOrder}
          placeholder={t('format.dateOrderNone')}
          options={[
            { value: 'dmy', label: t('format.dmy') },
            { value: 'mdy', label: t('format.mdy') },
          ]}
          onChange={(value) => onChange({ ...draft, dateOrder: (value ?? null) as ImportDraft['dateOrder'] })}
        />
        <SegmentedField
          label={t('format.decimal')}
          value={draft.decimal}
          options={[
            { value: 'point', label: '1.5' },
            { value: 'comma', label: '1,5' },
          ]}
          onChange={(value) => onChange({ ...draft, decimal: value === 'comma' ? 'comma' : 'point' })}
        />
        <CheckboxField
          label={t('format.headings')}
          value={format.headings}
          onChange={(on) => void again({ headings: on === true })}
        />
      </div>
    </Section>
  )
}
