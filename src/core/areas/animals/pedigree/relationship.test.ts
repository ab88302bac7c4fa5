import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pedigreeFromChoices,
  pedigreeOf,
  tabularRelationships,
} from '../../../../../tests/support/pedigree-reference.ts'
import {
  additiveRelationship,
  additiveRelationships,
  describeRelationship,
  expectedInbreeding,
  relationshipMatrix,
} from './relationship.ts'

describe('relationships worked by hand', () => {
  test.each([
    ['unrelated', 'x = a x b\ny = c x d', 0, 0],
    ['parent and offspring', 'x = y x a', 0.5, 0.5],
    ['half sibs', 'x = a x b\ny = a x c', 0.25, 0.25],
    ['full sibs', 'x = a x b\ny = a x b', 0.5, 0.5],
    ['first cousins', 'p = a x b\nq = a x b\nx = p x c\ny = q x d', 0.125, 0.125],
    // Parent and inbred offspring (F 0.25): A = 0.5 (1 + 0.5) = 0.75, r = 0.75 / sqrt(1.25).
    ['sire and the offspring of his daughter', 'd = y x a\nx = y x d', 0.75, 0.75 / Math.sqrt(1.25)],
  ])('%s', (_name, lines, additive, coefficient) => {
    const { pedigree, at } = pedigreeOf(lines)
    const pair = describeRelationship(pedigree, at('x'), at('y'))
    expect(pair.additive).toBe(additive)
    expect(pair.coefficient).toBeCloseTo(coefficient, 14)
    expect(pair.kinship).toBe(additive / 2)
    expect(pair.expectedInbreeding).toBe(additive / 2)
  })

  test('an animal is related to itself by 1 + F, and r is 1', () => {
    const { pedigree, at } = pedigreeOf('s = a x b\nd = a x b\nx = s x d')
    expect(describeRelationship(pedigree, at('x'), at('x'))).toEqual({
      additive: 1.25,
      coefficient: 1,
      kinship: 0.625,
      expectedInbreeding: 0.625,
      firstInbreeding: 0.25,
      secondInbreeding: 0.25,
    })
  })
})

test('one column gives a bull’s expected F with every cow: daughter, half sister, stranger', () => {
  const { pedigree, at } = pedigreeOf('bull = sire x dam\ndaughter = bull x a\nsister = sire x b\nstranger')
  const cows = ['daughter', 'sister', 'stranger'].map(at)
  expect([...expectedInbreeding(pedigree, at('bull'), cows)]).toEqual([0.25, 0.125, 0])
  expect([...additiveRelationships(pedigree, at('bull'), cows)]).toEqual([0.5, 0.25, 0])
})

test('equals the tabular method for all pairs of any pedigree, whether F is given or not', () => {
  const choices = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(choices, (numbers) => {
      const pedigree = pedigreeFromChoices(numbers)
      const table = tabularRelationships(pedigree.sire, pedigree.dam)
      const knownF = Float64Array.from(table, (row, animal) => row[animal]! - 1)
      const matrix = relationshipMatrix(pedigree, [...table.keys()])
      for (let i = 0; i < table.length; i++) {
        for (let j = 0; j < table.length; j++) {
          expect(matrix[i * table.length + j]).toBeCloseTo(table[i]![j]!, 12)
          expect(additiveRelationship(pedigree, i, j, knownF)).toBeCloseTo(table[i]![j]!, 12)
        }
      }
    }),
    { seed: 74, numRuns: 60 },
  )
})
