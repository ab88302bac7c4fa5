import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BreedComposition } from './breed-composition.ts'
import {
  compositionOfClone,
  compositionOfOffspring,
  isPurebred,
  knownFraction,
  parseFraction,
  printFraction,
  refuseComposition,
  roundComposition,
  unknownFraction,
} from './breed-composition.ts'
import { breedsOfSpecies } from './breeds.ts'
import { speciesErrors } from './species.errors.ts'

const holstein = [{ breed: 'holstein', fraction: 1 }]
const jersey = [{ breed: 'jersey', fraction: 1 }]
const runs = { seed: 20_260_305, numRuns: 500 }

describe('reading and writing fractions', () => {
  test.each([
    ['1', 1, '1'],
    ['1/2', 0.5, '1/2'],
    ['½', 0.5, '1/2'],
    ['5/8', 0.625, '5/8'],
    ['31/32', 0.968_75, '31/32'],
    ['3 / 16', 0.1875, '3/16'],
    ['٥/٨', 0.625, '5/8'],
    ['62.5%', 0.625, '5/8'],
    ['62,5 %', 0.625, '5/8'],
    ['٦٢٫٥٪', 0.625, '5/8'],
    ['0.625', 0.625, '5/8'],
    ['33%', 0.33, '33%'],
    ['12.34%', 0.1234, '12.34%'],
    ['8/8', 1, '1'],
  ])('reads "%s" as %d and writes it %s', (text, fraction, printed) => {
    expect(parseFraction(text)).toBe(fraction)
    expect(printFraction(fraction)).toBe(printed)
  })

  test.each(['', '0', '0%', '9/8', '101%', '1/3', '1/0', '-1/2', 'half', '1/2/2', '1e-3', '5/8 %'])(
    'does not read "%s"',
    (text) => expect(parseFraction(text)).toBeNull(),
  )

  test('every fraction of a herd book is read back as written', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 4, 8, 16, 32, 64, 128), fc.integer({ min: 1, max: 128 }), (denominator, above) => {
        fc.pre(above <= denominator)
        expect(parseFraction(printFraction(above / denominator))).toBe(above / denominator)
      }),
      runs,
    )
  })
})

describe('a breed composition', () => {
  test.each<[string, BreedComposition, string, object, string]>([
    [
      'an unheard-of breed',
      [{ breed: 'unicorn', fraction: 1 }],
      'breed_unknown',
      { breed: 'unicorn' },
      'composition.0.breed',
    ],
    [
      'a breed of sheep',
      [{ breed: 'awassi', fraction: 0.5 }],
      'breed_of_other_species',
      { breed: 'awassi', species: 'bovine', breedSpecies: 'ovine' },
      'composition.0.breed',
    ],
    [
      'a breed twice',
      [
        { breed: 'holstein', fraction: 0.25 },
        { breed: 'holstein', fraction: 0.25 },
      ],
      'breed_repeated',
      { breed: 'holstein' },
      'composition.1.breed',
    ],
    [
      'nothing of a breed',
      [{ breed: 'holstein', fraction: 0 }],
      'breed_fraction_invalid',
      { breed: 'holstein', fraction: 0 },
      'composition.0.fraction',
    ],
    [
      'more than the whole of one breed',
      [{ breed: 'holstein', fraction: 1.5 }],
      'breed_fraction_invalid',
      { breed: 'holstein', fraction: 1.5 },
      'composition.0.fraction',
    ],
    [
      'more than the whole together',
      [
        { breed: 'holstein', fraction: 0.75 },
        { breed: 'jersey', fraction: 0.5 },
      ],
      'breed_fractions_exceed_one',
      { sum: 1.25 },
      'composition',
    ],
  ])('refuses %s', (_name, composition, code, data, field) => {
    expect(refuseComposition('bovine', composition)).toEqual({ code, data, field })
    expect(speciesErrors).toHaveProperty(code)
  })

  test('accepts percentages that add up to the whole only in decimal', () => {
    const composition = [
      { breed: 'holstein', fraction: 0.7 },
      { breed: 'jersey', fraction: 0.2 },
      { breed: 'brown_swiss', fraction: 0.1 },
    ]
    expect(refuseComposition('bovine', composition)).toBeNull()
    expect(unknownFraction(composition)).toBe(0)
  })

  test('leaves the rest unknown, and nothing known is a composition too', () => {
    expect(unknownFraction([{ breed: 'holstein', fraction: 0.625 }])).toBe(0.375)
    expect(refuseComposition('bovine', [])).toBeNull()
    expect(unknownFraction([])).toBe(1)
    expect([isPurebred(holstein), isPurebred([{ breed: 'holstein', fraction: 0.96 }])]).toEqual([true, false])
  })
})

describe('the composition of an offspring', () => {
  const firstCross = [
    { breed: 'holstein', fraction: 0.5 },
    { breed: 'jersey', fraction: 0.5 },
  ]

  // By hand: half of each parent.
  test.each<[string, BreedComposition | null, BreedComposition | null, BreedComposition]>([
    ['two of one breed', holstein, holstein, holstein],
    ['a first cross', holstein, jersey, firstCross],
    [
      'a first cross back to Holstein',
      holstein,
      firstCross,
      [
        { breed: 'holstein', fraction: 0.75 },
        { breed: 'jersey', fraction: 0.25 },
      ],
    ],
    ['an unknown dam', holstein, null, [{ breed: 'holstein', fraction: 0.5 }]],
    ['two unknown parents', null, [], []],
    [
      'three breeds, one parent half unknown',
      [{ breed: 'angus', fraction: 1 }],
      [
        { breed: 'jersey', fraction: 0.25 },
        { breed: 'holstein', fraction: 0.25 },
      ],
      [
        { breed: 'angus', fraction: 0.5 },
        { breed: 'holstein', fraction: 0.125 },
        { breed: 'jersey', fraction: 0.125 },
      ],
    ],
  ])('of %s', (_name, sire, dam, expected) => {
    expect(compositionOfOffspring(sire, dam)).toEqual(expected)
  })

  test('five crosses back to one breed make 31/32 pure, printed so', () => {
    let animal: BreedComposition = jersey
    for (let generation = 0; generation < 5; generation += 1) animal = compositionOfOffspring(holstein, animal)
    expect(animal.map((part) => printFraction(part.fraction))).toEqual(['31/32', '1/32'])
  })

  test('of a clone is that of its nuclear donor', () => {
    expect(compositionOfClone([...firstCross].reverse())).toEqual(firstCross)
  })

  const codes = breedsOfSpecies('bovine').map((breed) => breed.code)
  const anyComposition = fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 0, maxLength: 5 })
    .chain((list) =>
      fc
        .array(fc.integer({ min: 1, max: 6 }), { minLength: list.length, maxLength: list.length })
        .map((units) => list.map((breed, index) => ({ breed, fraction: (units[index] ?? 1) / 32 }))),
    )

  test('knows as much as its parents do on average, and is always a valid composition', () => {
    fc.assert(
      fc.property(anyComposition, anyComposition, (sire, dam) => {
        const offspring = compositionOfOffspring(sire, dam)
        expect(refuseComposition('bovine', offspring)).toBeNull()
        expect(knownFraction(offspring)).toBeCloseTo((knownFraction(sire) + knownFraction(dam)) / 2, 12)
        expect(compositionOfOffspring(dam, sire)).toEqual(offspring)
      }),
      runs,
    )
  })

  test('rounding keeps the rounded total and moves no part by a whole unit', () => {
    fc.assert(
      fc.property(anyComposition, anyComposition, fc.constantFrom(8, 16, 32), (sire, dam, denominator) => {
        const exact = compositionOfOffspring(sire, dam)
        const rounded = roundComposition(exact, denominator)
        expect(knownFraction(rounded) * denominator).toBe(Math.round(knownFraction(exact) * denominator))
        for (const { breed, fraction } of exact) {
          const found = rounded.find((part) => part.breed === breed)?.fraction ?? 0
          expect(Math.abs(found - fraction) * denominator).toBeLessThan(1)
        }
      }),
      runs,
    )
  })

  test('rounds to eighths as herd books do', () => {
    // By hand, in eighths: 5.25, 1.75 and 1: floors 5, 1, 1; the missing eighth goes to the largest remainder.
    const composition = [
      { breed: 'holstein', fraction: 21 / 32 },
      { breed: 'jersey', fraction: 7 / 32 },
      { breed: 'angus', fraction: 4 / 32 },
    ]
    expect(roundComposition(composition, 8)).toEqual([
      { breed: 'holstein', fraction: 5 / 8 },
      { breed: 'jersey', fraction: 2 / 8 },
      { breed: 'angus', fraction: 1 / 8 },
    ])
  })
})
