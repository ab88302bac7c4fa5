import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { type ParentKind, parentKinds } from '../../../../core/areas/animals/animals.parentage.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { FormGroup } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { type AnimalFormHandle, clearable } from './animal-form-handle.ts'
import { animalOption, parentOptions } from './record-options.ts'

const parentFacts = {
  sireId: 'sire',
  damId: 'dam',
  gestationalDamId: 'gestationalDam',
  nuclearDonorId: 'nuclearDonor',
} as const satisfies Readonly<Record<ParentKind, keyof AnimalRecord>>

/** The four kinds of parents, each picked among animals of fitting sex and species. */
export function ParentFields({ form, record }: { form: AnimalFormHandle; record: AnimalRecord | null }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const species = form.values.species ?? null
  return (
    <FormGroup title={t('form.parents')}>
      {parentKinds.map((kind) => {
        const before = record?.[parentFacts[kind]] ?? null
        return (
          <SelectField
            key={kind}
            {...clearable(form.field(kind))}
            label={t(`fields.${kind}`)}
            {...(kind === 'gestationalDamId' ? { hint: t('form.gestationalHint') } : {})}
            loadOptions={parentOptions(api, kind, { species, ...(record === null ? {} : { except: record.id }) })}
            chosen={before === null ? [] : [animalOption(before)]}
          />
        )
      })}
    </FormGroup>
  )
}
