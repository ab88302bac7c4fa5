import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { identifierSchemeCodes } from '../../../../core/areas/animals/identity/identifier-scheme.ts'
import { speciesCodes } from '../../../../core/areas/animals/species/species-code.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { Section } from '../../../ui/inspector.tsx'
import type { ImportDraft, ImportList } from './import-target.ts'
import styles from './import-wizard.module.css'

interface ListOptionsProps {
  readonly list: ImportList
  readonly draft: ImportDraft
  onChange(draft: ImportDraft): void
}

const customerTypes = ['individual', 'organization', 'research', 'government'] as const
const matchFields = ['code', 'name', 'email', 'taxId'] as const

/** What only this list asks: for animals site, species, scheme and unknown parents; for customers what makes two the same. */
export function ListOptions({ list, draft, onChange }: ListOptionsProps): ReactElement {
  const { t } = useTranslation('imports')
  const words = useWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const text = (name: string) => (typeof draft.options[name] === 'string' ? (draft.options[name] as string) : null)
  function set(name: string, value: string | null | undefined): void {
    const { [name]: _before, ...rest } = draft.options
    onChange({ ...draft, options: value == null ? rest : { ...rest, [name]: value } })
  }
  if (list === 'customers') {
    return (
      <Section title={t('options.title')}>
        <div className={styles.grid}>
          <SelectField
            label={t('options.type')}
            hint={t('options.typeHint')}
            value={text('type')}
            options={customerTypes.map((value) => ({ value, label: words.value('customer', 'type', value) }))}
            onChange={(value) => set('type', value)}
          />
          <SelectField
            label={t('options.matchBy')}
            required
            value={text('matchBy') ?? 'name'}
            options={matchFields.map((value) => ({ value, label: words.field('customer', value) }))}
            onChange={(value) => set('matchBy', value)}
          />
        </div>
      </Section>
    )
  }
  return (
    <Section title={t('options.title')}>
      <div className={styles.grid}>
        <SelectField
          label={words.field('animal', 'siteId')}
          hint={t('options.siteHint')}
          value={text('siteId')}
          options={sites.map((site) => ({ value: site.id, label: siteName(site) }))}
          onChange={(value) => set('siteId', value)}
        />
        <SelectField
          label={words.field('animal', 'species')}
          hint={t('options.speciesHint')}
          value={text('species')}
          options={speciesCodes.map((value) => ({ value, label: words.value('animal', 'species', value) }))}
          onChange={(value) => set('species', value)}
        />
        <SelectField
          label={t('options.scheme')}
          hint={t('options.schemeHint')}
          required
          value={text('identifierScheme') ?? 'herd_book'}
          options={identifierSchemeCodes.map((value) => ({ value, label: words.value('animal', 'scheme', value) }))}
          onChange={(value) => set('identifierScheme', value)}
        />
        <SelectField
          label={t('options.missingParents')}
          required
          value={text('missingParents') ?? 'create'}
          options={[
            { value: 'create', label: t('options.createParents') },
            { value: 'reject', label: t('options.rejectParents') },
          ]}
          onChange={(value) => set('missingParents', value)}
        />
      </div>
    </Section>
  )
}
