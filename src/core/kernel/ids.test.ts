import { describe, expect, test } from 'vitest'
import { createIds } from './ids.ts'

const fixed = (byte: number) => (length: number) => new Uint8Array(length).fill(byte)

describe('ids', () => {
  test('carry the time as RFC 9562 section 5.7 lays it out', () => {
    // Test vector of RFC 9562, appendix A.6: 0x017F22E279B0 is 2022-02-22T19:22:22.00Z.
    const id = createIds({ nowMs: () => 0x017f22e279b0 }, fixed(0xff)).next()
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('of one source always sort in the order they were minted, also when the clock stands or runs back', () => {
    const times = [5_000, 5_000, 4_000, 4_000, 5_001, 1]
    let index = 0
    const ids = createIds({ nowMs: () => times[Math.min(index++, times.length - 1)] ?? 0 }, fixed(0x07))
    const minted = Array.from({ length: 5_000 }, () => ids.next())
    expect(minted).toEqual(minted.toSorted())
    expect(new Set(minted).size).toBe(minted.length)
  })
})
