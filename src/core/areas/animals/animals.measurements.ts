/**
 * What is measured of an animal, in which unit, and which values can be true. Limits refuse slips of the keyboard (metres
 * for centimetres, a lost point); they judge no animal. `usual` only asks to look again.
 */
import type { Refusal } from '../../kernel/refusal.ts'
import { refusal } from '../../kernel/refusal.ts'
import { refuseConditionScore, refuseWeight } from './species/body-limits.ts'
import type { Sex } from './species/sex.ts'
import type { SpeciesCode } from './species/species-code.ts'

export const measurementKinds = [
  'weight',
  'condition_score',
  'height',
  'body_length',
  'chest_girth',
  'scrotal_circumference',
  'milk_yield',
  'temperature',
] as const

export type MeasurementKind = (typeof measurementKinds)[number]

/** The one unit of each kind; values are never converted silently. */
export const measurementUnits = {
  weight: 'kg',
  condition_score: 'points',
  /** At the withers. */
  height: 'cm',
  /** Point of shoulder to pin bone. */
  body_length: 'cm',
  chest_girth: 'cm',
  scrotal_circumference: 'cm',
  /** Per day. */
  milk_yield: 'kg',
  /** Rectal. */
  temperature: 'degC',
} as const satisfies Readonly<Record<MeasurementKind, string>>

type Limits = readonly [min: number, max: number]

/** Sizes in cm and daily milk in kg: below the smallest newborns and above record adults of the species. */
const limits: Readonly<
  Record<SpeciesCode, Readonly<Record<'height' | 'body_length' | 'chest_girth' | 'milk_yield', Limits>>>
> = {
  bovine: { height: [40, 210], body_length: [40, 300], chest_girth: [45, 330], milk_yield: [0, 130] },
  buffalo: { height: [45, 210], body_length: [40, 260], chest_girth: [45, 310], milk_yield: [0, 60] },
  equine: { height: [30, 225], body_length: [30, 260], chest_girth: [30, 300], milk_yield: [0, 40] },
  camel: { height: [60, 260], body_length: [50, 240], chest_girth: [50, 330], milk_yield: [0, 60] },
  bactrian_camel: { height: [60, 250], body_length: [50, 240], chest_girth: [50, 330], milk_yield: [0, 40] },
  ovine: { height: [20, 130], body_length: [18, 140], chest_girth: [20, 180], milk_yield: [0, 15] },
  caprine: { height: [18, 130], body_length: [15, 140], chest_girth: [18, 180], milk_yield: [0, 25] },
  swine: { height: [8, 130], body_length: [12, 260], chest_girth: [12, 260], milk_yield: [0, 20] },
  alpaca: { height: [35, 120], body_length: [30, 130], chest_girth: [30, 170], milk_yield: [0, 10] },
  llama: { height: [45, 150], body_length: [35, 160], chest_girth: [35, 200], milk_yield: [0, 10] },
}

const scrotum: Limits = [3, 65]

// No mammal here lives outside these; a camel short of water stays between 34 and 41 (Schmidt-Nielsen 1964).
const bodyTemperature: Limits = [25, 45]

/** Normal rectal temperature in degC, Merck Veterinary Manual "Normal Rectal Temperature Ranges"; wider class of a species. */
const usualTemperature: Partial<Readonly<Record<SpeciesCode, Limits>>> = {
  bovine: [36.7, 39.3],
  equine: [37.2, 38.2],
  camel: [34.2, 40.7],
  ovine: [38.5, 39.9],
  caprine: [38.5, 39.7],
  swine: [38.7, 39.8],
}

export interface MeasuredAnimal {
  readonly species: SpeciesCode
  readonly sex: Sex
}

/** Tells why a value cannot be true of the animal, or null when it can. Units are those of `measurementUnits`. */
export function refuseMeasurement(animal: MeasuredAnimal, kind: MeasurementKind, value: number): Refusal | null {
  if (
    kind === 'scrotal_circumference' &&
    (animal.sex === 'female' || animal.sex === 'freemartin' || animal.sex === 'castrate')
  ) {
    return refusal('measurement_not_for_sex', { kind, sex: animal.sex }, 'kind')
  }
  if (kind === 'milk_yield' && animal.sex !== 'female' && animal.sex !== 'unknown') {
    return refusal('measurement_not_for_sex', { kind, sex: animal.sex }, 'kind')
  }
  if (kind === 'weight') return atValue(refuseWeight(animal.species, value))
  if (kind === 'condition_score') return atValue(refuseConditionScore(animal.species, value))
  const [min, max] = limitsOf(animal.species, kind)
  return value >= min && value <= max
    ? null
    : refusal('measurement_implausible', { kind, species: animal.species, value, min, max }, 'value')
}

/** Tells that a possible value is unusual, to be shown and not refused; null when it is usual or no source says. */
export function doubtMeasurement(
  animal: MeasuredAnimal,
  kind: MeasurementKind,
  value: number,
): Refusal<'measurement_unusual'> | null {
  const usual = kind === 'temperature' ? usualTemperature[animal.species] : undefined
  if (usual === undefined || (value >= usual[0] && value <= usual[1])) return null
  return refusal('measurement_unusual', { kind, species: animal.species, value, min: usual[0], max: usual[1] }, 'value')
}

function limitsOf(species: SpeciesCode, kind: Exclude<MeasurementKind, 'weight' | 'condition_score'>): Limits {
  if (kind === 'scrotal_circumference') return scrotum
  return kind === 'temperature' ? bodyTemperature : limits[species][kind]
}

function atValue(found: Refusal | null): Refusal | null {
  return found === null ? null : { ...found, field: 'value' }
}
