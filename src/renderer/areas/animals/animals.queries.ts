/** Queries of the area, and which commits make them stale. */
import type { AnimalListItem, AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { ApiClient } from '../../lib/api/api-client.ts'
import { recordQuery, recordsQuery } from '../../lib/live/live-queries.ts'

/** Everything that shows in a line of the register or on the page of an animal. */
export const animalParts = [
  'animalIdentifier',
  'animalRole',
  'animalInternalNumber',
  'animalMeasurement',
  'animalInbreeding',
] as const

export const animalEntities = ['animal', ...animalParts, 'customer'] as const

export function animalQuery(api: ApiClient, id: string) {
  // Parents and owner are other records; a change of their names must show here too.
  return recordQuery({
    entity: 'animal',
    id,
    also: ['animal', ...animalParts, 'customer'],
    read: (signal) => api.animals.get({ id }, { signal }),
  })
}

export function animalStatsQuery(api: ApiClient, filters: { siteId?: string }) {
  return recordsQuery({
    entity: 'animal',
    rest: ['stats', filters],
    also: animalParts,
    read: (signal) => api.animals.stats(filters, { signal }),
  })
}

export function waitingCountQuery(api: ApiClient, filters: { siteId?: string }) {
  return recordsQuery({
    entity: 'animal',
    rest: ['waiting', filters],
    also: [...animalParts, 'animalActivity'],
    read: async (signal) => (await api.animals.list({ ...filters, waiting: true, limit: 1 }, { signal })).total,
  })
}

export function pedigreeQuery(api: ApiClient, id: string, generations: number) {
  return recordQuery({
    entity: 'animal',
    id,
    rest: ['pedigree', generations],
    also: ['animal', 'animalInbreeding', 'animalIdentifier', 'animalInternalNumber'],
    read: (signal) => api.animals.pedigree({ id, generations }, { signal }),
  })
}

/** One line that tells an animal from others in a list of choices. */
export function choiceLabel(animal: AnimalShort): string {
  const facts = [
    animal.name,
    animal.internalNumber,
    animal.identifier?.printed,
    animal.name === null && animal.identifier === null ? animal.code : null,
  ]
  const known = facts.filter((fact): fact is string => fact != null && fact !== '')
  return (known.length === 0 ? [animal.code] : known).join(' · ')
}

export interface LookUpFor {
  readonly species?: SpeciesCode | readonly SpeciesCode[]
  readonly sex?: readonly Sex[]
  readonly except?: string
}

/** Finds animals by the beginning of words, for pickers. */
export async function lookUpAnimals(
  api: ApiClient,
  q: string,
  { species, sex, except }: LookUpFor,
  signal: AbortSignal,
): Promise<AnimalShort[]> {
  if (q.trim() === '') return await lastChanged(api, { species, sex, except }, signal)
  const { items } = await api.animals.lookup(
    {
      q,
      limit: 20,
      ...(species === undefined ? {} : { species: typeof species === 'string' ? species : [...species] }),
      ...(sex === undefined ? {} : { sex: [...sex] }),
      ...(except === undefined ? {} : { except }),
    },
    { signal },
  )
  return items
}

/** What a picker offers before anything is typed: the animals people worked with last. */
async function lastChanged(
  api: ApiClient,
  { species, sex, except }: { [Key in keyof LookUpFor]: LookUpFor[Key] | undefined },
  signal: AbortSignal,
): Promise<AnimalShort[]> {
  const { items } = await api.animals.list(
    {
      limit: 20,
      sort: '-updatedAt',
      ...(species === undefined ? {} : { species: typeof species === 'string' ? species : [...species] }),
      ...(sex === undefined ? {} : { sex: [...sex] }),
    },
    { signal },
  )
  return items.filter(({ id }) => id !== except).map(shortOf)
}

/** A line of the register as a short animal. */
export function shortOf(row: AnimalListItem): AnimalShort {
  return { ...row, identifier: row.identifiers[0] ?? null, archived: false, hidden: false }
}
