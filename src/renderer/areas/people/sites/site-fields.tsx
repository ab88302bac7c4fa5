import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { siteKinds } from '../../../../core/areas/people/people.model.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextareaField, TextField } from '../../../ui/form/text-field.tsx'
import type { FieldBinding } from '../../../ui/form/use-zod-form.ts'
import { timeZoneOptions } from '../time-zones.ts'

interface SiteFieldsProps {
  readonly field: (path: 'code' | 'name' | 'nameArabic' | 'kind' | 'timeZone' | 'addressText') => FieldBinding<string>
  readonly disabled?: boolean
}

/** The fields of a site. */
export function SiteFields({ field, disabled = false }: SiteFieldsProps): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const label = (name: string) => words.field('site', name)
  return (
    <>
      <TextField {...field('name')} label={label('name')} required disabled={disabled} />
      <TextField {...field('nameArabic')} label={label('nameArabic')} disabled={disabled} />
      <TextField
        {...field('code')}
        label={label('code')}
        hint={t('sites.codeHint')}
        required
        mono
        disabled={disabled}
      />
      <SelectField
        {...field('kind')}
        label={label('kind')}
        required
        disabled={disabled}
        options={siteKinds.map((kind) => ({ value: kind, label: t(`siteKinds.${kind}`) }))}
      />
      <SelectField
        {...field('timeZone')}
        label={label('timeZone')}
        required
        disabled={disabled}
        options={timeZoneOptions()}
      />
      <TextareaField {...field('addressText')} label={label('addressText')} disabled={disabled} wide />
    </>
  )
}
