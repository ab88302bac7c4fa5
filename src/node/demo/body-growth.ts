/**
 * Weights and condition scores of the demo animals: growth after Brody 1945 (W = A - (A - W0) e^(-kt)) between birth and
 * grown weights usual for the breeds, with the spread of a herd. Values are rounded as scales and scorers give them.
 */
import { bodyLimits } from '../../core/areas/animals/species/body-limits.ts'
import type { Sex } from '../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../core/areas/animals/species/species-code.ts'
import type { Choices } from './seeded-choices.ts'

/** Birth weight, grown weight of females and males in kg, and the months in which two thirds of the growth is done. */
type Growth = readonly [birth: number, female: number, male: number, months: number]

const growth: Readonly<Record<string, Growth>> = {
  holstein: [40, 660, 950, 15],
  jersey: [26, 440, 650, 15],
  brown_swiss: [43, 650, 980, 16],
  montbeliarde: [43, 690, 1000, 16],
  hassawi_cattle: [18, 250, 330, 17],
  equine: [44, 410, 440, 14],
  camel: [36, 560, 680, 30],
  najdi: [4.3, 62, 88, 8],
  awassi: [4.4, 58, 82, 8],
  caprine: [3.4, 52, 74, 9],
}

/** Where a herd in ordinary order stands on the scale of its species. */
const usualScore: Readonly<Record<string, number>> = { bovine: 3.1, equine: 5.5, camel: 3, ovine: 3, caprine: 2.8 }

/** Weight in kg at an age in months; `build` (about 1) is what makes this animal heavier or lighter than its herd. */
export function weightAt(
  kind: { readonly species: SpeciesCode; readonly line: string; readonly sex: Sex },
  ageMonths: number,
  build: number,
  choices: Choices,
): number {
  const [birth, female, male, months] = growth[kind.line] ?? growth[kind.species] ?? [1, 1, 1, 1]
  const grown = kind.sex === 'male' || kind.sex === 'castrate' ? male : female
  const mean = grown - (grown - birth) * Math.exp(-ageMonths / months)
  const kilograms = mean * build * choices.normal(1, 0.015)
  return kilograms < 100 ? Math.round(kilograms * 10) / 10 : Math.round(kilograms)
}

/** A condition score on the scale of the species, in its steps. */
export function conditionScore(species: SpeciesCode, choices: Choices): number {
  const { min, max, step } = bodyLimits[species].conditionScore
  const score = choices.normal(usualScore[species] ?? (min + max) / 2, (max - min) * 0.09)
  return Math.min(max, Math.max(min, Math.round(score / step) * step))
}
