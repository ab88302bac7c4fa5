import { describe, expect, test } from 'vitest'
import { bodyLimits, refuseConditionScore, refuseWeight } from './body-limits.ts'
import { speciesCodes } from './species-code.ts'

describe('weight', () => {
  // Newborn and adult weights that occur; a comma in the wrong place does not.
  test.each([
    ['a Holstein calf', 'bovine', 42],
    ['a Holstein cow', 'bovine', 680],
    ['a foal', 'equine', 50],
    // 34.5 kg is the mean birth weight of 3,909 dromedaries (Emirates Industry for Camel Milk).
    ['a newborn dromedary', 'camel', 34.5],
    ['a lamb', 'ovine', 3.5],
    ['a piglet', 'swine', 1.4],
  ] as const)('accepts %s', (_name, species, weightKg) => {
    expect(refuseWeight(species, weightKg)).toBeNull()
  })

  test.each([
    ['a cow of 6,800 kg', 'bovine', 6800],
    ['a camel of 3.45 kg', 'camel', 3.45],
    ['a ewe of 600 kg', 'ovine', 600],
    ['no weight', 'bovine', 0],
    ['not a number', 'bovine', Number.NaN],
  ] as const)('refuses %s', (_name, species, weightKg) => {
    const { min, max } = bodyLimits[species].weightKg
    expect(refuseWeight(species, weightKg)).toEqual({
      code: 'weight_implausible',
      data: { species, weightKg, min, max },
    })
  })
})

describe('body condition score', () => {
  test.each([
    ['cattle in quarters (Edmonson 1989)', 'bovine', 3.25, null],
    ['cattle beyond 5', 'bovine', 5.25, 'condition_score_out_of_scale'],
    ['cattle in tenths', 'bovine', 3.1, 'condition_score_step'],
    ['a horse of 9 (Henneke 1983)', 'equine', 9, null],
    ['a horse of 9.5', 'equine', 9.5, 'condition_score_out_of_scale'],
    ['a camel of 0 (Faye 2001)', 'camel', 0, null],
    ['a ewe of 0', 'ovine', 0, 'condition_score_out_of_scale'],
    ['a ewe in halves', 'ovine', 2.5, null],
    ['a ewe in quarters', 'ovine', 2.25, 'condition_score_step'],
    ['not a number', 'bovine', Number.NaN, 'condition_score_out_of_scale'],
  ] as const)('%s', (_name, species, score, code) => {
    expect(refuseConditionScore(species, score)?.code ?? null).toBe(code)
  })

  test('both ends of every scale are on it', () => {
    for (const species of speciesCodes) {
      const { min, max } = bodyLimits[species].conditionScore
      expect([refuseConditionScore(species, min), refuseConditionScore(species, max)]).toEqual([null, null])
    }
  })
})
