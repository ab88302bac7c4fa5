import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  everythingSelected,
  isSelected,
  noSelection,
  selectionCount,
  selectionExtent,
  selectionToJson,
  toggleKey,
  withKeys,
} from './selection.ts'

describe('selecting rows', () => {
  test('starts with none', () => expect(selectionCount(noSelection, 46)).toBe(0))

  test('counts what is named', () => {
    expect(selectionCount(withKeys(noSelection, ['a', 'b', 'a'], true), 46)).toBe(2)
  })

  test('of everything holds for rows never loaded', () => {
    expect([selectionCount(everythingSelected, 1_000_000), isSelected(everythingSelected, 'never seen')]).toEqual([
      1_000_000,
      true,
    ])
  })

  test('of everything but one leaves that one out', () => {
    const selection = toggleKey(everythingSelected, 'b')
    expect([isSelected(selection, 'a'), isSelected(selection, 'b'), selectionCount(selection, 46)]).toEqual([
      true,
      false,
      45,
    ])
  })

  test('twice is as before', () => {
    expect(toggleKey(toggleKey(noSelection, 'a'), 'a')).toEqual(noSelection)
    expect(toggleKey(toggleKey(everythingSelected, 'a'), 'a')).toEqual(everythingSelected)
  })

  test('a range leaves the earlier choice in place', () => {
    const selection = withKeys(toggleKey(noSelection, 'z'), ['a', 'b'], true)
    expect(selectionToJson(selection)).toEqual({ mode: 'some', keys: ['z', 'a', 'b'] })
  })

  test.each([
    ['none', noSelection, 3],
    ['some', toggleKey(noSelection, 'a'), 3],
    ['all', everythingSelected, 3],
    ['some', toggleKey(everythingSelected, 'a'), 3],
    ['all', withKeys(noSelection, ['a', 'b', 'c'], true), 3],
    ['none', everythingSelected, 0],
  ] as const)('the header shows %s', (extent, selection, total) =>
    expect(selectionExtent(selection, total)).toBe(extent),
  )

  test('after any series of choices, a row is selected exactly when it was last chosen', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), selected: fc.boolean() })
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (all, steps) => {
        let selection = all ? everythingSelected : noSelection
        const truth = new Map<string, boolean>()
        for (const { key, selected } of steps) {
          selection = withKeys(selection, [key], selected)
          truth.set(key, selected)
        }
        for (const key of ['a', 'b', 'c', 'd']) expect(isSelected(selection, key)).toBe(truth.get(key) ?? all)
      }),
      { seed: 20261123 },
    )
  })
})
