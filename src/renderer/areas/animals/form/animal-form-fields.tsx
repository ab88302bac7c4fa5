import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { birthDatePrecisions } from '../../../../core/areas/animals/animals.age.ts'
import { type AnimalRecord, animalPurposes } from '../../../../core/areas/animals/animals.model.ts'
import { parentageStates } from '../../../../core/areas/animals/animals.parentage.ts'
import { animalRoles, canHoldRole } from '../../../../core/areas/animals/animals.roles.ts'
import { animalStatuses, isKept, statusReasons } from '../../../../core/areas/animals/animals.status.ts'
import { refuseSex, type Sex, sexes } from '../../../../core/areas/animals/species/sex.ts'
import { speciesCodes } from '../../../../core/areas/animals/species/species-code.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { CheckboxField, SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { FormGroup } from '../../../ui/form/form.tsx'
import { MultiSelectField, SelectField } from '../../../ui/form/select-field.tsx'
import { TextareaField, TextField } from '../../../ui/form/text-field.tsx'
import type { IconName } from '../../../ui/icon-shapes.tsx'
import { useAnimalWords } from '../animal-words.ts'
import { type AnimalFormHandle, clearable } from './animal-form-handle.ts'
import { latestDate } from './animal-form-schema.ts'
import { BreedFields } from './breed-fields.tsx'
import { IdentifierFields } from './identifier-fields.tsx'
import { ParentFields } from './parent-fields.tsx'
import { ownerOptions } from './record-options.ts'

const sexIcons: Partial<Readonly<Record<Sex, IconName>>> = { female: 'circle', male: 'square', unknown: 'diamond' }

/** Every field of the form, in the order they are asked for at the animal. */
export function AnimalFormFields({
  form,
  record,
}: {
  form: AnimalFormHandle
  record: AnimalRecord | null
}): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { species = null, sex = null } = form.values
  const isNew = record === null
  return (
    <>
      <FormGroup title={t('form.animal')}>
        <SelectField
          {...form.field('species')}
          label={t('fields.species')}
          required
          autoFocus={isNew}
          options={speciesCodes.map((code) => ({ value: code, label: words.value('species', code) }))}
        />
        <TextField {...form.field('name')} label={t('fields.name')} autoFocus={!isNew} />
        <SegmentedField
          {...form.field('sex')}
          label={t('fields.sex')}
          required
          wide
          options={sexes
            .filter((code) => species === null || refuseSex(species, code) === null)
            .map((code) => ({
              value: code,
              label: words.value('sex', code),
              ...(sexIcons[code] === undefined ? {} : { icon: sexIcons[code] }),
            }))}
        />
        {isNew && (
          <TextField {...form.field('internalNumber')} label={t('columns.number')} hint={t('form.numberHint')} mono />
        )}
        <DateField {...clearable(form.field('birthDate'))} label={t('fields.birthDate')} max={latestDate()} />
        <SelectField
          {...clearable(form.field('birthDatePrecision'))}
          label={t('fields.birthDatePrecision')}
          options={birthDatePrecisions.map((code) => ({ value: code, label: words.value('birthDatePrecision', code) }))}
        />
        {sex === 'castrate' && (
          <DateField {...clearable(form.field('castratedOn'))} label={t('fields.castratedOn')} max={latestDate()} />
        )}
        <CheckboxField {...form.field('isReference')} label={t('form.isReference')} hint={t('form.isReferenceHint')} />
      </FormGroup>
      {isNew && <IdentifierFields form={form} />}
      <ParentFields form={form} record={record} />
      <BreedFields form={form} />
      <PlaceFields form={form} record={record} />
    </>
  )
}

function PlaceFields({ form, record }: { form: AnimalFormHandle; record: AnimalRecord | null }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const { status = 'active', sex } = form.values
  const owner = record?.owner ?? null
  return (
    <FormGroup title={t('form.place')}>
      <SelectField
        {...form.field('siteId')}
        label={t('fields.siteId')}
        required
        options={sites.map((site) => ({ value: site.id, label: siteName(site) }))}
      />
      <TextField {...form.field('location')} label={t('fields.location')} />
      <SelectField
        {...clearable(form.field('ownerCustomerId'))}
        label={t('columns.owner')}
        loadOptions={ownerOptions(api)}
        chosen={owner === null ? [] : [{ value: owner.id, label: `${owner.name} · ${owner.code}` }]}
      />
      <SelectField
        {...clearable(form.field('purpose'))}
        label={t('fields.purpose')}
        options={animalPurposes.map((code) => ({ value: code, label: words.value('purpose', code) }))}
      />
      <TextField {...form.field('colour')} label={t('fields.colour')} />
      <SelectField
        {...form.field('parentageState')}
        label={t('fields.parentageState')}
        clearable={false}
        options={parentageStates.map((code) => ({ value: code, label: words.value('parentageState', code) }))}
      />
      {record === null && (
        <>
          <MultiSelectField
            label={t('columns.roles')}
            id={form.field('roles').id}
            name="roles"
            error={form.error('roles')}
            options={animalRoles
              .filter((role) => sex == null || canHoldRole(role, sex))
              .map((role) => ({ value: role, label: words.role(role) }))}
            value={(form.values.roles ?? []).flatMap((row) => (row.role == null ? [] : [row.role]))}
            onChange={(roles) =>
              form.set(
                'roles',
                (roles ?? []).map((role) => ({ role })),
              )
            }
          />
          <SelectField
            {...form.field('status')}
            label={t('fields.status')}
            clearable={false}
            options={animalStatuses.map((code) => ({ value: code, label: words.value('status', code) }))}
          />
          {status !== null && status !== 'active' && (
            <>
              <SelectField
                {...clearable(form.field('statusReason'))}
                label={t('fields.statusReason')}
                required={!isKept(status)}
                options={statusReasons[status].map((code) => ({
                  value: code,
                  label: words.value('statusReason', code),
                }))}
              />
              <TextField {...form.field('statusNote')} label={t('status.note')} />
            </>
          )}
        </>
      )}
      <TextareaField {...form.field('notes')} label={t('fields.notes')} wide />
    </FormGroup>
  )
}
