import { expect, test } from 'vitest'
import { pedigreeOf } from '../../../../../tests/support/pedigree-reference.ts'
import { descendantsOf, indexProgeny } from './descendants.ts'

test('lists an animal with its descendants, each once, nearest first', () => {
  const { pedigree, ids, at } = pedigreeOf('c = a x b\nd = a x -\ne = c x d\nf = g x b')
  const found = descendantsOf(indexProgeny(pedigree), [at('a')])
  expect(found.map((animal) => ids[animal])).toEqual(['a', 'c', 'd', 'e'])
})

test('ends in a pedigree with a loop, and takes an offspring of one animal as both parents once', () => {
  const { pedigree, at } = pedigreeOf('a = b x -\nb = a x a')
  expect(descendantsOf(indexProgeny(pedigree), [at('a')])).toEqual([at('a'), at('b')])
})
