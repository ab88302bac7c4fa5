import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  drawnRange,
  followScroll,
  maxScrollPx,
  physicalFromVirtual,
  physicalHeight,
  type ScrollGeometry,
  virtualFromPhysical,
  virtualTopShowing,
} from './row-scroll.ts'

const small: ScrollGeometry = { total: 1000, rowHeight: 28, viewport: 560 }
const million: ScrollGeometry = { total: 1_000_000, rowHeight: 28, viewport: 560 }
const gloves: ScrollGeometry = { total: 1_000_000, rowHeight: 56, viewport: 560 }

describe('the height of the scrolled element', () => {
  test('is the height of the rows while a browser can lay them out', () => expect(physicalHeight(small)).toBe(28_000))
  test('never passes the limit', () => expect(physicalHeight(gloves)).toBe(maxScrollPx))
})

describe('the scroll bar', () => {
  test.each([
    ['at the top shows the first row', 0, 0],
    ['at the bottom shows the last row', maxScrollPx - 560, 28_000_000 - 560],
    ['in the middle shows the middle', (maxScrollPx - 560) / 2, (28_000_000 - 560) / 2],
  ])('%s', (_title, physicalTop, virtualTop) => expect(virtualFromPhysical(million, physicalTop)).toBe(virtualTop))

  test('belongs where the list is, to half a pixel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28_000_000 - 560 }), (virtualTop) => {
        const there = physicalFromVirtual(million, virtualTop)
        const scale = (28_000_000 - 560) / (maxScrollPx - 560)
        expect(Math.abs(virtualFromPhysical(million, there) - virtualTop)).toBeLessThanOrEqual(scale / 2 + 1)
      }),
      { seed: 20261123 },
    )
  })
})

describe('following a scroll', () => {
  test('of a list that fits, the two places are one', () => {
    expect(followScroll(small, { physicalTop: 0, virtualTop: 0 }, 300, true).place).toEqual({
      physicalTop: 300,
      virtualTop: 300,
    })
  })

  test('by wheel, rows move by the px that were scrolled', () => {
    const before = { physicalTop: 4_000_000, virtualTop: 14_000_000 }
    expect(followScroll(million, before, 4_000_120, true)).toEqual({
      place: { physicalTop: 4_000_120, virtualTop: 14_000_120 },
      realign: false,
    })
  })

  test('by the bar, the place is proportional', () => {
    const { place } = followScroll(million, { physicalTop: 0, virtualTop: 0 }, (maxScrollPx - 560) / 2, false)
    expect(place.virtualTop).toBe((28_000_000 - 560) / 2)
  })

  test('asks to realign when the bar is at its end and the list is not', () => {
    const before = { physicalTop: 50, virtualTop: 9_000 }
    expect(followScroll(million, before, 0, true)).toEqual({
      place: { physicalTop: 0, virtualTop: 8_950 },
      realign: true,
    })
  })

  test('stops at the first row', () => {
    const before = { physicalTop: 500, virtualTop: 40 }
    expect(followScroll(million, before, 300, true).place.virtualTop).toBe(0)
  })

  test('by any series of wheel turns, a row never jumps by more than was scrolled', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 60 }), (turns) => {
        let place = { physicalTop: 3_000_000, virtualTop: virtualFromPhysical(gloves, 3_000_000) }
        for (const turn of turns) {
          const next = followScroll(gloves, place, place.physicalTop + turn, true)
          expect(Math.abs(next.place.virtualTop - place.virtualTop)).toBeLessThanOrEqual(Math.abs(turn))
          place = next.place
        }
      }),
      { seed: 20261123 },
    )
  })
})

describe('bringing a row into view', () => {
  test.each([
    ['leaves a row in view where it is', 280, 15, 280],
    ['scrolls up to a row above', 280, 5, 140],
    ['scrolls down until a row below is whole', 280, 40, 588],
    ['stops at the end for the last row', 0, 999, 28_000 - 560],
  ])('%s', (_title, virtualTop, index, expected) => {
    expect(virtualTopShowing(small, virtualTop, index, 'nearest')).toBe(expected)
  })
})

describe('the rows drawn', () => {
  test('cover the view and more on both sides, from a multiple of the step', () => {
    expect(drawnRange(small, 2800, 6)).toEqual({ first: 92, count: 37 })
  })
  test('start at the first row at the top', () => expect(drawnRange(small, 0, 6).first).toBe(0))
  test('end with the last row', () => {
    const { first, count } = drawnRange(small, 28_000 - 560, 6)
    expect(first + count).toBe(1000)
  })
  test('are none in an empty list', () => expect(drawnRange({ ...small, total: 0 }, 0, 6).count).toBe(0))
  test('always cover what is in view', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28_000 - 560 }), (virtualTop) => {
        const { first, count } = drawnRange(small, virtualTop, 6)
        expect(first * 28).toBeLessThanOrEqual(virtualTop)
        expect((first + count) * 28).toBeGreaterThanOrEqual(Math.min(28_000, virtualTop + 560))
      }),
      { seed: 20261123 },
    )
  })
})
