import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkChanges } from '../../../../core/areas/animals/animals.bulk.model.ts'
import { animalPurposes } from '../../../../core/areas/animals/animals.model.ts'
import { parentageStates } from '../../../../core/areas/animals/animals.parentage.ts'
import { animalStatuses, isKept, statusReasons } from '../../../../core/areas/animals/animals.status.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { CheckboxField, SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { ownerOptions, parentOptions } from '../form/record-options.ts'

interface BulkFieldsProps {
  readonly changes: BulkChanges
  onChange(changes: BulkChanges): void
}

type Field = keyof BulkChanges

/** A field takes part once its box is ticked; an empty value then clears it. */
const emptyValues: Readonly<Partial<Record<Field, unknown>>> = {
  isReference: false,
  parentageState: 'recorded',
  status: { status: 'active' },
}

/** The fields that can be changed for many at once, each with a box that says whether it is. */
export function BulkFields({ changes, onChange }: BulkFieldsProps): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const set = (field: Field, value: unknown): void => onChange({ ...changes, [field]: value } as BulkChanges)
  const toggle = (field: Field, on: boolean): void => {
    const { [field]: _before, ...rest } = changes
    onChange(
      on
        ? ({ ...rest, [field]: field === 'siteId' ? sites[0]?.id : (emptyValues[field] ?? null) } as BulkChanges)
        : (rest as BulkChanges),
    )
  }
  const line = (field: Field, editor: ReactNode): ReactElement => (
    <div className={styles.part}>
      <div className={styles.narrow} style={{ flexBasis: 180, paddingBlockStart: 4 }}>
        <CheckboxField
          label={t(`fields.${field}` as 'fields.name')}
          value={field in changes}
          onChange={(on) => toggle(field, on === true)}
        />
      </div>
      <div>{field in changes && editor}</div>
    </div>
  )
  const hidden = (field: Field) => ({ label: t(`fields.${field}` as 'fields.name'), labelHidden: true })
  const text = (value: string | null | undefined) => (value == null || value.trim() === '' ? null : value)
  const { status } = changes
  return (
    <div className={styles.parts}>
      {line(
        'status',
        status !== undefined && (
          <div className={styles.stack}>
            <SelectField
              {...hidden('status')}
              value={status.status}
              required
              options={animalStatuses.map((code) => ({ value: code, label: words.value('status', code) }))}
              onChange={(value) => set('status', { status: value })}
            />
            <SelectField
              label={t('fields.statusReason')}
              required={!isKept(status.status)}
              value={status.reason ?? null}
              options={statusReasons[status.status].map((code) => ({
                value: code,
                label: words.value('statusReason', code),
              }))}
              onChange={(value) => set('status', { ...status, reason: value ?? null })}
            />
            <DateField
              label={t('status.date')}
              value={status.date ?? null}
              onChange={(value) => set('status', { ...status, date: value ?? undefined })}
            />
            <TextField
              label={t('status.note')}
              value={status.note ?? ''}
              onChange={(value) => set('status', { ...status, note: text(value) })}
            />
          </div>
        ),
      )}
      {line(
        'siteId',
        <SelectField
          {...hidden('siteId')}
          required
          value={changes.siteId ?? null}
          options={sites.map((site) => ({ value: site.id, label: siteName(site) }))}
          onChange={(value) => set('siteId', value ?? undefined)}
        />,
      )}
      {line(
        'location',
        <TextField
          {...hidden('location')}
          value={changes.location ?? ''}
          onChange={(value) => set('location', text(value))}
        />,
      )}
      {line(
        'ownerCustomerId',
        <SelectField
          {...hidden('ownerCustomerId')}
          value={changes.ownerCustomerId ?? null}
          loadOptions={ownerOptions(api)}
          onChange={(value) => set('ownerCustomerId', value ?? null)}
        />,
      )}
      {line(
        'purpose',
        <SelectField
          {...hidden('purpose')}
          value={changes.purpose ?? null}
          options={animalPurposes.map((code) => ({ value: code, label: words.value('purpose', code) }))}
          onChange={(value) => set('purpose', value ?? null)}
        />,
      )}
      {line(
        'colour',
        <TextField
          {...hidden('colour')}
          value={changes.colour ?? ''}
          onChange={(value) => set('colour', text(value))}
        />,
      )}
      {line(
        'parentageState',
        <SelectField
          {...hidden('parentageState')}
          required
          value={changes.parentageState ?? null}
          options={parentageStates.map((code) => ({ value: code, label: words.value('parentageState', code) }))}
          onChange={(value) => set('parentageState', value)}
        />,
      )}
      {line(
        'sireId',
        <SelectField
          {...hidden('sireId')}
          value={changes.sireId ?? null}
          loadOptions={parentOptions(api, 'sireId', {})}
          onChange={(value) => set('sireId', value ?? null)}
        />,
      )}
      {line(
        'damId',
        <SelectField
          {...hidden('damId')}
          value={changes.damId ?? null}
          loadOptions={parentOptions(api, 'damId', {})}
          onChange={(value) => set('damId', value ?? null)}
        />,
      )}
      {line(
        'isReference',
        <SegmentedField
          {...hidden('isReference')}
          value={changes.isReference === true ? 'yes' : 'no'}
          options={[
            { value: 'no', label: t('no') },
            { value: 'yes', label: t('yes') },
          ]}
          onChange={(value) => set('isReference', value === 'yes')}
        />,
      )}
    </div>
  )
}
