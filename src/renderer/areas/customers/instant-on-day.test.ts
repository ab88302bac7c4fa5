import { describe, expect, test } from 'vitest'
import { instantOnDay } from './instant-on-day.ts'

describe('an instant on another day', () => {
  test('is the same instant when the day is its own', () => {
    const at = new Date(2026, 10, 23, 14, 32, 5, 120).toISOString()
    expect(instantOnDay('2026-11-23', at)).toBe(at)
  })

  test('keeps the hour of this place', () => {
    const at = new Date(2026, 10, 23, 23, 59).toISOString()
    const moved = new Date(instantOnDay('2026-02-01', at))
    expect([moved.getFullYear(), moved.getMonth(), moved.getDate(), moved.getHours(), moved.getMinutes()]).toEqual([
      2026, 1, 1, 23, 59,
    ])
  })
})
