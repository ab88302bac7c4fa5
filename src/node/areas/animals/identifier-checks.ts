/** Checks of identifiers against the register: form by scheme, and that no two animals carry one that is unique. */
import { and, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { identifierFields } from '../../../core/areas/animals/animals.model.ts'
import { namedAnimal } from '../../../core/areas/animals/animals.parentage.ts'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import {
  identifierSchemes,
  normaliseIdentifier,
  refuseIdentifier,
} from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import { mayRead } from './animal-details.ts'
import { loadAnimals } from './animal-parts.queries.ts'
import { inChunks } from './in-chunks.ts'

type IdentifierInput = z.infer<typeof identifierFields>

export interface Bearer {
  readonly species: SpeciesCode
  readonly sex: Sex
}

/** One identifier of one animal, normalised. */
export interface CarriedIdentifier {
  readonly animalId: string
  readonly scheme: IdentifierSchemeCode
  readonly value: string
}

// The same 15 digits are the same transponder, whatever the scheme they were recorded under.
const transponders: readonly IdentifierSchemeCode[] = ['iso11784', 'microchip', 'usa_ain']

/** Tells why an identifier is no number of its scheme for this animal; the field is relative to the identifier. */
export function refuseForm(bearer: Bearer, { scheme, value, allowUnlistedBreed }: IdentifierInput): Refusal | null {
  return refuseIdentifier(scheme, value, {
    ...bearer,
    ...(allowUnlistedBreed === undefined ? {} : { allowUnlistedBreed }),
  })
}

/** One key per number, so that the same transponder under two schemes has one. */
export function identityKey(scheme: IdentifierSchemeCode, value: string): string {
  const transponder = transponders.includes(scheme) && /^\d{15}$/.test(value)
  return `${transponder ? 'transponder' : scheme} ${value}`
}

export function normalised({ scheme, value }: Pick<IdentifierInput, 'scheme' | 'value'>): {
  scheme: IdentifierSchemeCode
  value: string
} {
  return { scheme, value: normaliseIdentifier(scheme, value) }
}

export interface TakenFinding {
  readonly refusal: Refusal | null
  /** For schemes whose numbers are unique only within who issued them. */
  readonly warning: Refusal | null
}

/**
 * Looks for the identifiers on other animals that are not laid aside. A number that is unique in the world is refused
 * (`identifier_taken`), one that is unique within its issuer is only worth a look (`identifier_shared`). In the order of
 * the given identifiers. A number marked as removed is free again.
 */
export async function findTaken(reading: Reading, wanted: readonly CarriedIdentifier[]): Promise<TakenFinding[]> {
  const { animalIdentifier: table } = reading.tables
  const rows = await inChunks(
    wanted.map((identifier) => identifier.value),
    (some) =>
      reading.db
        .select()
        .from(table)
        .where(and(inArray(table.value, some), isNull(table.removedOn), isNull(table.deletedAt))),
  )
  const animals = await loadAnimals(
    reading,
    rows.map((row) => row.animalId),
  )
  const byKey = Map.groupBy(rows, (row) => identityKey(row.scheme, row.value))
  return wanted.map((identifier) => {
    const holder = byKey
      .get(identityKey(identifier.scheme, identifier.value))
      ?.map((row) => animals.get(row.animalId))
      .find((animal) => animal !== undefined && animal.deletedAt === null && animal.id !== identifier.animalId)
    if (holder === undefined) return { refusal: null, warning: null }
    const facts = {
      scheme: identifier.scheme,
      value: identifier.value,
      animal: mayRead(reading, holder) ? namedAnimal(holder) : null,
    }
    return identifierSchemes[identifier.scheme].scope === 'world'
      ? { refusal: refusal('identifier_taken', facts, 'value'), warning: null }
      : { refusal: null, warning: refusal('identifier_shared', facts, 'value') }
  })
}

/** Tells which of an animal's own identifiers repeats an earlier one; null when none does. */
export function refuseRepeated(
  identifiers: readonly Pick<CarriedIdentifier, 'scheme' | 'value'>[],
): { index: number; refusal: Refusal } | null {
  const seen = new Set<string>()
  for (const [index, { scheme, value }] of identifiers.entries()) {
    const key = identityKey(scheme, value)
    if (seen.has(key)) return { index, refusal: refusal('identifier_repeated', { scheme, value }, 'value') }
    seen.add(key)
  }
  return null
}
