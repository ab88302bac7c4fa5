import { expect, test } from 'vitest'
import { codePedigree } from './coded-pedigree.ts'

test('gives listed animals the first positions and adds parents without a row as founders', () => {
  const coded = codePedigree([
    { id: 'calf', sire: 'bull', dam: 'cow' },
    { id: 'cow', sire: null, dam: null },
  ])
  expect(coded.ids).toEqual(['calf', 'cow', 'bull'])
  expect(coded.listed).toBe(2)
  expect([...coded.pedigree.sire]).toEqual([2, -1, -1])
  expect([...coded.pedigree.dam]).toEqual([1, -1, -1])
})

test('takes each parent of an animal with several rows from the first row that names it', () => {
  const { pedigree, positionOf } = codePedigree([
    { id: 'x', sire: null, dam: 'a' },
    { id: 'x', sire: 'b', dam: 'c' },
  ])
  expect(pedigree.dam[0]).toBe(positionOf.get('a'))
  expect(pedigree.sire[0]).toBe(positionOf.get('b'))
})
