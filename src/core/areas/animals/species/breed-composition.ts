/**
 * What an animal is made of, as fractions of breeds. The rest up to one is unknown, which is a fact of its own: half
 * Angus and half unknown is not "Angus". Fractions are kept as numbers; halves of halves are exact in binary.
 */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { cleanText } from '../identity/clean-text.ts'
import { breedByCode } from './breeds.ts'
import type { SpeciesCode } from './species-code.ts'

export interface BreedPart {
  readonly breed: string
  /** Above 0, at most 1. */
  readonly fraction: number
}

export type BreedComposition = readonly BreedPart[]

// Percentages do not add up exactly in binary (0.1 + 0.2); a billionth is far below any herd book's 1/128.
const tolerance = 1e-9

/** Herd books write halves, quarters, eighths, sixteenths, 32nds; 64ths and 128ths come from their crosses. */
const denominators = [1, 2, 4, 8, 16, 32, 64, 128] as const

/** Reads `5/8`, `½`, `62.5%`, `62,5 %`, `٥/٨` or `0.625` as a fraction; null when it is none above 0 and at most 1. */
export function parseFraction(text: string): number | null {
  // The Arabic decimal and percent signs, and the slash that cleaning leaves of a character such as one half.
  const trimmed = cleanText(text).replace(/[,٫]/, '.').replace('٪', '%').replace('\u2044', '/')
  const ratio = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(trimmed)
  if (ratio !== null) {
    const [above, below] = [Number(ratio[1]), Number(ratio[2])]
    return (denominators as readonly number[]).includes(below) ? inRange(above / below) : null
  }
  const decimal = /^(\d{1,3}(?:\.\d{1,6})?) ?(%?)$/.exec(trimmed)
  if (decimal === null) return null
  return inRange(decimal[2] === '%' ? Number(decimal[1]) / 100 : Number(decimal[1]))
}

/** Writes a fraction as people do: `1`, `5/8`, `3/32`, or a percentage with at most two decimals. */
export function printFraction(fraction: number): string {
  for (const denominator of denominators) {
    const above = fraction * denominator
    if (Math.abs(above - Math.round(above)) < tolerance && Math.round(above) > 0) {
      return denominator === 1 ? String(Math.round(above)) : `${Math.round(above)}/${denominator}`
    }
  }
  return `${Math.round(fraction * 10_000) / 100}%`
}

/** Tells why a list of parts is no composition of an animal of this species, or null when it is. */
export function refuseComposition(
  species: SpeciesCode,
  composition: BreedComposition,
): Refusal<
  | 'breed_unknown'
  | 'breed_of_other_species'
  | 'breed_repeated'
  | 'breed_fraction_invalid'
  | 'breed_fractions_exceed_one'
> | null {
  const seen = new Set<string>()
  for (const [index, { breed, fraction }] of composition.entries()) {
    const field = `composition.${index}`
    const known = breedByCode(breed)
    if (known === null) return refusal('breed_unknown', { breed }, `${field}.breed`)
    if (known.species !== species) {
      return refusal('breed_of_other_species', { breed, species, breedSpecies: known.species }, `${field}.breed`)
    }
    if (seen.has(breed)) return refusal('breed_repeated', { breed }, `${field}.breed`)
    if (inRange(fraction) === null) return refusal('breed_fraction_invalid', { breed, fraction }, `${field}.fraction`)
    seen.add(breed)
  }
  const sum = knownFraction(composition)
  return sum > 1 + tolerance ? refusal('breed_fractions_exceed_one', { sum }, 'composition') : null
}

/** Sums what is known of a composition: 0 (nothing) to 1 (everything). */
export function knownFraction(composition: BreedComposition): number {
  return composition.reduce((sum, part) => sum + part.fraction, 0)
}

/** Gives what is not known of a composition, 0 to 1. */
export function unknownFraction(composition: BreedComposition): number {
  const rest = 1 - knownFraction(composition)
  return rest < tolerance ? 0 : rest
}

/** Tells whether an animal is wholly of one breed. */
export function isPurebred(composition: BreedComposition): boolean {
  return composition.some((part) => part.fraction >= 1 - tolerance)
}

/**
 * Derives the composition of an offspring: half of each parent. A parent whose composition is not known (null or empty)
 * leaves its half unknown. For a transferred embryo pass the genetic parents, for a clone `compositionOfClone`.
 */
export function compositionOfOffspring(sire: BreedComposition | null, dam: BreedComposition | null): BreedComposition {
  const halves = new Map<string, number>()
  for (const parent of [sire, dam]) {
    for (const { breed, fraction } of parent ?? []) halves.set(breed, (halves.get(breed) ?? 0) + fraction / 2)
  }
  return sortComposition([...halves].map(([breed, fraction]) => ({ breed, fraction })))
}

/** Gives the composition of a clone: that of its nuclear donor. The egg's mitochondria are not counted by herd books. */
export function compositionOfClone(nuclearDonor: BreedComposition): BreedComposition {
  return sortComposition(nuclearDonor)
}

/** Sorts a composition as it is shown: largest part first, equal parts by breed code. */
export function sortComposition(composition: BreedComposition): BreedComposition {
  return [...composition].sort(
    (left, right) =>
      right.fraction - left.fraction || (left.breed < right.breed ? -1 : left.breed > right.breed ? 1 : 0),
  )
}

/**
 * Rounds a composition to a herd book's denominator (8, 16, 32...) so that the known total, rounded, is kept: the
 * parts with the largest remainders are rounded up. Parts that become 0 are left out.
 */
export function roundComposition(composition: BreedComposition, denominator: number): BreedComposition {
  const scaled = sortComposition(composition).map(({ breed, fraction }) => ({ breed, units: fraction * denominator }))
  const floors = scaled.map(({ breed, units }) => {
    const whole = Math.floor(units + tolerance)
    return { breed, whole, remainder: units - whole }
  })
  const target = Math.round(knownFraction(composition) * denominator)
  let missing = target - floors.reduce((sum, part) => sum + part.whole, 0)
  // Sorting is stable, so equal remainders go to the larger part.
  const byRemainder = [...floors].sort((left, right) => right.remainder - left.remainder)
  for (const part of byRemainder) {
    if (missing <= 0) break
    part.whole += 1
    missing -= 1
  }
  const kept = floors.filter((part) => part.whole > 0)
  return sortComposition(kept.map(({ breed, whole }) => ({ breed, fraction: whole / denominator })))
}

function inRange(fraction: number): number | null {
  return fraction > 0 && fraction <= 1 + tolerance ? Math.min(fraction, 1) : null
}
