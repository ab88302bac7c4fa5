/** The words of the area for codes of the core: species, sexes, statuses, breeds, schemes, and how an animal is called. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import type { AnimalStatus } from '../../../core/areas/animals/animals.status.ts'
import { breedByCode } from '../../../core/areas/animals/species/breeds.ts'
import { type Sex, sexTermKey } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import { ApiError, toApiError } from '../../lib/api/api-error.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { formatDate, formatNumber, isolateLtr } from '../../ui/format-values.ts'
import type { Meaning } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'

type Named = Pick<AnimalShort, 'code' | 'name'> & Partial<Pick<AnimalShort, 'internalNumber' | 'identifier' | 'hidden'>>
type Born = Pick<AnimalShort, 'birthDate' | 'birthDatePrecision'>

/** What each status means to a person who looks over a list: kept and healthy is quiet. */
export const statusMeanings: Readonly<Record<AnimalStatus, Meaning>> = {
  active: 'ok',
  resting: 'none',
  quarantined: 'hold',
  withheld: 'warn',
  sold: 'none',
  transferred: 'none',
  missing: 'warn',
  dead: 'none',
}

export interface AnimalWords {
  /** Word of a code of an animal's field; empty for none. */
  value(field: string, code: string | null | undefined): string
  breed(code: string | null): string
  scheme(code: string): string
  role(code: string): string
  /** Mare, heifer, gelding... */
  term(animal: { species: SpeciesCode; sex: Sex; ageMonths?: number | null; hasGivenBirth?: boolean | null }): string
  age(months: number | null): string
  /** Birth date as far as it is known: a day, a month or a year. */
  born(animal: Born): string
  bornYear(animal: Born): string
  /** Name, or whatever else tells the animal from others. */
  title(animal: Named): string
  /** The shortest number it is known by, other than its title. */
  number(animal: Named): string
  /** F or a part of it in percent. */
  percent(fraction: number | null): string
  /** Sentence for a code with facts that a rule gave, codes in the facts put into words. */
  sentence(found: { readonly code: string; readonly data: Readonly<Record<string, unknown>> }): string
}

const codeFacts: Readonly<Record<string, string>> = {
  species: 'species',
  parentSpecies: 'species',
  breedSpecies: 'species',
  sex: 'sex',
  donorSex: 'sex',
  status: 'status',
  from: 'status',
  to: 'status',
  role: 'role',
  scheme: 'scheme',
  breed: 'mainBreed',
}

/** Gives the words in the language of the page. */
export function useAnimalWords(): AnimalWords {
  const words = useWords()
  const { t } = useTranslation('animals')
  const { lang } = useLook()
  return useMemo(() => {
    const value = (field: string, code: string | null | undefined) =>
      code == null ? '' : words.value('animal', field, code)
    const title = ({ code, name, internalNumber = null, identifier = null, hidden = false }: Named) =>
      hidden ? t('hidden') : (name ?? internalNumber ?? identifier?.printed ?? code)
    return {
      value,
      breed: (code) => (code === null ? '' : (breedByCode(code)?.names[lang === 'ar' ? 'ar' : 'en'] ?? code)),
      scheme: (code) => value('scheme', code),
      role: (code) => value('role', code),
      term: ({ species, sex, ageMonths = null, hasGivenBirth = null }) =>
        value('term', sexTermKey({ species, sex, ageMonths, hasGivenBirth })),
      age: (months) => {
        if (months === null) return ''
        return months < 24 ? t('age.months', { n: months }) : t('age.years', { n: Math.floor(months / 12) })
      },
      born: (animal) => bornText(lang, animal),
      bornYear: ({ birthDate }) => birthDate?.slice(0, 4) ?? '',
      title,
      number: (animal) => {
        const candidates = [animal.internalNumber, animal.identifier?.printed, animal.code]
        return candidates.find((text) => text != null && text !== '' && text !== title(animal)) ?? ''
      },
      percent: (fraction) =>
        fraction === null
          ? ''
          : isolateLtr(
              `${formatNumber(lang, fraction * 100, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}\u00a0%`,
            ),
      sentence: ({ code, data }) => words.error(new ApiError(code, inWords(data, value))),
    }
  }, [words, t, lang])
}

/** Puts the codes in the facts of a refused call into words, for `useSubmitFailure`. */
export function withWords(reason: unknown, animalWords: AnimalWords): ApiError {
  const error = toApiError(reason)
  return new ApiError(error.code, inWords(error.data, animalWords.value), error)
}

/** Facts of a refusal with codes as words and animals by name. */
function inWords(data: Readonly<Record<string, unknown>>, value: AnimalWords['value']): Record<string, unknown> {
  const facts = Object.entries(data).map(([name, fact]) => {
    const field = codeFacts[name]
    if (typeof fact === 'string') return [name, field === undefined ? fact : value(field, fact)] as const
    if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return [name, fact] as const
    const named = fact as { name?: unknown; code?: unknown }
    return [name, typeof named.name === 'string' ? named.name : named.code] as const
  })
  return Object.fromEntries(facts)
}

function bornText(lang: string, { birthDate, birthDatePrecision }: Born): string {
  if (birthDate === null) return ''
  if (birthDatePrecision === 'year') return birthDate.slice(0, 4)
  return birthDatePrecision === 'month'
    ? formatDate(lang, birthDate, { month: 'short', year: 'numeric' })
    : formatDate(lang, birthDate)
}
