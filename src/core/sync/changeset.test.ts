import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { type ChangesetBody, canonicalBody, chainStart } from './changeset.ts'
import { hlcMs, tickHlc } from './hlc.ts'

const body: ChangesetBody = {
  device: 'd1',
  seq: 1,
  id: 'c1',
  hlc: '1700000000000.00000',
  user: 'u1',
  action: 'animals.update',
  schema: 2,
  prev: chainStart,
  ops: [{ e: 'animal', id: 'a1', op: 'upd', f: { name: ['Apollo', 'Apollo II'] } }],
}

describe('the body that is hashed', () => {
  test('is the RFC 8785 form of the whole body, with or without reason and batch', () => {
    expect(canonicalBody(body)).toBe(canonicalJson(body))
    const full = { ...body, reason: 'typing error "x"', batch: 'c1' }
    expect(canonicalBody(full)).toBe(canonicalJson(full))
    expect(canonicalBody(full, canonicalJson(full.ops))).toBe(canonicalJson(full))
  })

  test('changes its hash with every single field', () => {
    const hash = (value: ChangesetBody) => createHash('sha256').update(canonicalBody(value)).digest('hex')
    const variants: Partial<ChangesetBody>[] = [
      { device: 'd2' },
      { seq: 2 },
      { id: 'c2' },
      { hlc: '1' },
      { user: null },
      { action: 'x.y' },
      { schema: 3 },
      { reason: '' },
      { batch: 'b' },
      { prev: 'f' },
      { ops: [] },
    ]
    const hashes = [body, ...variants.map((variant) => ({ ...body, ...variant }))].map(hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the hybrid logical clock', () => {
  test('never runs back, and text order is clock order', () => {
    const wall = [1_000, 1_000, 500, 999_999, 2_000]
    let last: string | null = null
    const readings = wall.map((ms) => {
      last = tickHlc(last, { nowMs: () => ms })
      return last
    })
    expect(readings).toEqual(readings.toSorted())
    expect(new Set(readings).size).toBe(readings.length)
    expect(hlcMs(readings.at(-1) ?? '')).toBe(999_999)
  })
})
