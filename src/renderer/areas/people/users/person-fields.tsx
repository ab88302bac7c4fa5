import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { languages, personFields } from '../../../../core/areas/people/people.model.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import type { FieldBinding } from '../../../ui/form/use-zod-form.ts'

/** What is entered about a person, in new and in existing accounts alike. */
export const personForm = z.object(personFields.shape)

interface PersonFieldsProps {
  readonly field: (
    path: 'displayName' | 'email' | 'phone' | 'position' | 'department' | 'language' | 'homeSiteId',
  ) => FieldBinding<string>
  readonly disabled?: boolean
}

/** The fields of `personForm`. */
export function PersonFields({ field, disabled = false }: PersonFieldsProps): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const label = (name: string) => words.field('user', name)
  return (
    <>
      <TextField
        {...field('displayName')}
        label={label('displayName')}
        required
        disabled={disabled}
        autoComplete="off"
      />
      <TextField {...field('position')} label={label('position')} disabled={disabled} />
      <TextField {...field('department')} label={label('department')} disabled={disabled} />
      <TextField {...field('email')} label={label('email')} type="email" disabled={disabled} />
      <TextField {...field('phone')} label={label('phone')} type="tel" disabled={disabled} />
      <SelectField
        {...field('homeSiteId')}
        label={label('homeSiteId')}
        disabled={disabled}
        options={sites.map((site) => ({ value: site.id, label: siteName(site) }))}
      />
      <SegmentedField
        {...field('language')}
        label={label('language')}
        disabled={disabled}
        options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
    </>
  )
}
