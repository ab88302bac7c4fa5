import { type ReactElement, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { detectScheme } from '../../../../core/areas/animals/identity/detect-scheme.ts'
import type {
  IdentifierContext,
  IdentifierSchemeCode,
} from '../../../../core/areas/animals/identity/identifier-scheme.ts'
import {
  identifierMarks,
  identifierSchemes,
  printIdentifier,
  refuseIdentifier,
  schemesOfSpecies,
} from '../../../../core/areas/animals/identity/identifier-schemes.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { FormGroup } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { type AnimalWords, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import type { AnimalFormHandle } from './animal-form-handle.ts'

/** Breeds of these schemes grow faster than our tables; a person may confirm one. */
const unlistedBreedCodes = ['interbull_breed_unknown', 'naab_breed_unknown']

/** Tells what is wrong or worth knowing about a number while it is typed, by the rules the node applies. */
export function judgeIdentifier(
  words: AnimalWords,
  scheme: IdentifierSchemeCode | null | undefined,
  text: string | null | undefined,
  context: IdentifierContext,
): { error?: string; hint?: string; mayAllow: boolean } {
  if (scheme == null || text == null || text.trim() === '') return { mayAllow: false }
  const found = refuseIdentifier(scheme, text, context)
  if (found !== null) return { error: words.sentence(found), mayAllow: unlistedBreedCodes.includes(found.code) }
  const value = identifierSchemes[scheme].normalise(text)
  const printed = printIdentifier(scheme, value)
  // What is typed as people print it needs no repetition.
  const printedHint = printed === text.trim() ? [] : [`\u2066${printed}\u2069`]
  const marks = identifierMarks(scheme, value).map((mark) => words.value('mark', mark))
  const hint = [...printedHint, ...marks].join(' · ')
  return { ...(hint === '' ? {} : { hint }), mayAllow: context.allowUnlistedBreed === true }
}

type Text = string | null | undefined

/**
 * Gives a function that proposes the scheme of a number as it is typed or scanned, or null to leave the scheme alone.
 * Only schemes with checks of their own: any text is a tattoo. What a person chose stays; what was proposed for the
 * beginning of the number gives way. `row` tells the rows of a form apart.
 */
export function useSchemeProposal(): (
  row: number,
  text: Text,
  scheme: Text,
  about: IdentifierContext,
) => IdentifierSchemeCode | null {
  const proposals = useRef(new Map<number, IdentifierSchemeCode>())
  return (row, text, scheme, about) => {
    if (scheme != null && scheme !== proposals.current.get(row)) return null
    const found =
      text == null ? undefined : detectScheme(text, about).find((code) => identifierSchemes[code].scope === 'world')
    if (found === undefined) return null
    proposals.current.set(row, found)
    return found
  }
}

/** Schemes a species can carry; all of them while the species is not known. */
export function schemeOptions(
  words: AnimalWords,
  species: IdentifierContext['species'] | null,
): { value: string; label: string }[] {
  const schemes = species == null ? Object.values(identifierSchemes) : schemesOfSpecies(species)
  return schemes.map(({ code }) => ({ value: code, label: words.scheme(code) }))
}

/** The numbers a new animal carries, each with its scheme. A typed or scanned number proposes its scheme. */
export function IdentifierFields({ form }: { form: AnimalFormHandle }): ReactElement {
  const { t } = useTranslation('animals')
  const propose = useSchemeProposal()
  const words = useAnimalWords()
  const { species, sex, identifiers } = form.values
  const rows = identifiers ?? []
  const about: IdentifierContext = { ...(species == null ? {} : { species }), ...(sex == null ? {} : { sex }) }
  const put = (next: readonly unknown[]): void => form.set('identifiers', next)
  return (
    <FormGroup title={t('form.identifiers')}>
      <div className={styles.parts} style={{ gridColumn: '1 / -1' }}>
        {rows.map((row, at) => {
          const allow = row.allowUnlistedBreed === true
          const judged = judgeIdentifier(words, row.scheme, row.value, {
            ...about,
            ...(allow ? { allowUnlistedBreed: true } : {}),
          })
          const value = form.field(`identifiers.${at}.value`)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
            <div key={at}>
              <div className={styles.part}>
                <TextField
                  {...value}
                  label={t('form.identifierValue')}
                  labelHidden={at > 0}
                  mono
                  required
                  error={judged.error ?? value.error}
                  hint={judged.hint}
                  onChange={(next) => {
                    value.onChange(next)
                    const proposed = propose(at, next, row.scheme, about)
                    if (proposed !== null) form.set(`identifiers.${at}.scheme`, proposed)
                  }}
                />
                <SelectField
                  {...form.field(`identifiers.${at}.scheme`)}
                  label={t('form.scheme')}
                  labelHidden={at > 0}
                  required
                  options={schemeOptions(words, species ?? null)}
                />
                <IconButton
                  icon="close"
                  label={t('form.removeIdentifier')}
                  className={styles.partButton}
                  onClick={() => put(rows.filter((_, index) => index !== at))}
                />
              </div>
              {judged.mayAllow && (
                <CheckboxField
                  {...form.field(`identifiers.${at}.allowUnlistedBreed`)}
                  label={t('form.allowUnlistedBreed')}
                />
              )}
            </div>
          )
        })}
        <div>
          <Button small icon="plus" onClick={() => put([...rows, {}])}>
            {t('form.addIdentifier')}
          </Button>
        </div>
      </div>
    </FormGroup>
  )
}
