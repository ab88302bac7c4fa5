/** Which weights and condition scores can be true of a species. They catch typing errors; they judge no animal. */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import type { SpeciesCode } from './species-code.ts'

export interface BodyLimits {
  /** Lightest newborn that lives and heaviest adult on record in ordinary stock, in kilograms. */
  readonly weightKg: { readonly min: number; readonly max: number }
  readonly conditionScore: ConditionScale
}

export interface ConditionScale {
  readonly min: number
  readonly max: number
  /** Scores are given in these steps. */
  readonly step: number
  readonly source: string
}

const edmonson: ConditionScale = { min: 1, max: 5, step: 0.25, source: 'Edmonson et al., J Dairy Sci 1989 72:68' }
const smallRuminant: ConditionScale = {
  min: 1,
  max: 5,
  step: 0.5,
  source: 'after Russel et al., J Agric Sci 1969 72:451',
}
const henneke: ConditionScale = { min: 1, max: 9, step: 0.5, source: 'Henneke et al., Equine Vet J 1983 15:371' }
// Camels are scored from 0, very emaciated, to 5: six points, not five.
const faye: ConditionScale = { min: 0, max: 5, step: 0.5, source: 'Faye et al. 2001; Bactrian: Animals 2025 15:3157' }
const fivePoint: ConditionScale = { min: 1, max: 5, step: 0.5, source: 'five-point scale of usual practice' }

export const bodyLimits: Readonly<Record<SpeciesCode, BodyLimits>> = {
  bovine: { weightKg: { min: 10, max: 1500 }, conditionScore: edmonson },
  buffalo: { weightKg: { min: 15, max: 1200 }, conditionScore: fivePoint },
  equine: { weightKg: { min: 8, max: 1200 }, conditionScore: henneke },
  camel: { weightKg: { min: 15, max: 1000 }, conditionScore: faye },
  bactrian_camel: { weightKg: { min: 15, max: 1100 }, conditionScore: faye },
  ovine: { weightKg: { min: 1, max: 200 }, conditionScore: smallRuminant },
  caprine: { weightKg: { min: 0.8, max: 180 }, conditionScore: smallRuminant },
  swine: { weightKg: { min: 0.5, max: 500 }, conditionScore: fivePoint },
  alpaca: { weightKg: { min: 3, max: 120 }, conditionScore: fivePoint },
  llama: { weightKg: { min: 5, max: 250 }, conditionScore: fivePoint },
}

/** Tells why a weight in kilograms cannot be true of a species, or null when it can. */
export function refuseWeight(species: SpeciesCode, weightKg: number): Refusal<'weight_implausible'> | null {
  const { min, max } = bodyLimits[species].weightKg
  if (weightKg >= min && weightKg <= max) return null
  return refusal('weight_implausible', { species, weightKg, min, max })
}

/** Tells why a body condition score is not on the species' scale, or null when it is. */
export function refuseConditionScore(
  species: SpeciesCode,
  score: number,
): Refusal<'condition_score_out_of_scale' | 'condition_score_step'> | null {
  const { min, max, step } = bodyLimits[species].conditionScore
  if (!(score >= min && score <= max)) return refusal('condition_score_out_of_scale', { species, score, min, max })
  // All steps are binary fractions, so the division is exact.
  if (!Number.isInteger(score / step)) return refusal('condition_score_step', { species, score, step })
  return null
}
