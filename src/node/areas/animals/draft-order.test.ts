import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderDrafts } from './draft-order.ts'

test('parents of every kind stand before their offspring', () => {
  const drafts = [
    { id: 'clone', nuclearDonorId: 'calf' },
    { id: 'calf', sireId: 'bull', damId: 'cow', gestationalDamId: 'recipient' },
    { id: 'cow', damId: 'elsewhere' },
    { id: 'bull' },
    { id: 'recipient' },
  ]
  const { order, loops } = orderDrafts(drafts)
  expect(loops).toEqual([])
  expect(order.map((index) => drafts[index]?.id)).toEqual(['cow', 'bull', 'recipient', 'calf', 'clone'])
})

test('a loop is named once, from offspring to parent; who descends from it is not in it', () => {
  const drafts = [
    { id: 'a', sireId: 'b' },
    { id: 'b', damId: 'c' },
    { id: 'c', sireId: 'a' },
    { id: 'child', damId: 'a' },
    { id: 'free' },
  ]
  expect(orderDrafts(drafts)).toEqual({ order: [4, 0, 1, 2, 3], loops: [[0, 1, 2]] })
  expect(orderDrafts([{ id: 'self', damId: 'self' }]).loops).toEqual([[0]])
})

test('a loop through a nuclear donor is found too', () => {
  expect(
    orderDrafts([
      { id: 'clone', nuclearDonorId: 'calf' },
      { id: 'calf', damId: 'clone' },
    ]).loops,
  ).toEqual([[0, 1]])
})

test('any batch without loops comes out whole, parents first', () => {
  const pedigree = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 })
  fc.assert(
    fc.property(pedigree, fc.infiniteStream(fc.nat()), (parents, shuffle) => {
      const drafts = parents.map(([sire, dam], index) => ({
        id: String(index),
        sireId: index === 0 || sire % 3 === 0 ? null : String(sire % index),
        damId: index === 0 || dam % 3 === 0 ? null : String(dam % index),
      }))
      const keys = drafts.map((draft) => ({ draft, key: shuffle.next().value as number }))
      const mixed = keys.sort((left, right) => left.key - right.key).map(({ draft }) => draft)
      const { order, loops } = orderDrafts(mixed)
      const place = new Map(order.map((index, at) => [mixed[index]?.id, at]))
      const before = (parent: string | null, child: string) =>
        parent === null || (place.get(parent) ?? Number.NaN) < (place.get(child) ?? Number.NaN)
      return (
        loops.length === 0 &&
        order.length === drafts.length &&
        drafts.every((draft) => before(draft.sireId, draft.id) && before(draft.damId, draft.id))
      )
    }),
    { seed: 6 },
  )
})
