/** The real clock, random source and ids; tests and the simulation bring their own. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../core/kernel/clock.ts'
import { createIds, type Ids } from '../../core/kernel/ids.ts'

// biome-ignore lint/plugin: this is the port itself
export const systemClock: Clock = { nowMs: () => Date.now() }

export const systemRandom = (length: number): Uint8Array => randomBytes(length)

export function createSystemIds(): Ids {
  return createIds(systemClock, systemRandom)
}
