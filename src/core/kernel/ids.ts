/**
 * UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits. Minted offline on every bench; sorted by
 * time, which keeps index pages together. Within one millisecond a counter in the 12 `rand_a` bits keeps the order
 * (RFC 9562, 6.2 method 1), so ids minted by one device in sequence always sort in that sequence.
 */
import type { Clock } from './clock.ts'

/** Returns `length` unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array

export interface Ids {
  /** A new UUIDv7, larger than every id this source minted before. */
  next(): string
}

export function createIds(clock: Clock, random: RandomBytes): Ids {
  let lastMs = -1
  let counter = 0
  return {
    next() {
      const now = clock.nowMs()
      if (now > lastMs) {
        lastMs = now
        const seed = random(2)
        // Start in the lower half of the 12 bits so there is room to count up within the millisecond.
        counter = (((seed[0] ?? 0) << 8) | (seed[1] ?? 0)) & 0x7ff
      } else {
        // Same millisecond, or the clock went back: stay on the last one and count; on overflow borrow the next.
        counter += 1
        if (counter > 0xfff) {
          lastMs += 1
          counter = 0
        }
      }
      return formatUuidV7(lastMs, counter, random(8))
    },
  }
}

function formatUuidV7(ms: number, counter: number, tail: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0')
  const variant = ((tail[0] ?? 0) & 0x3f) | 0x80
  let rest = variant.toString(16).padStart(2, '0')
  for (let index = 1; index < 8; index += 1) rest += (tail[index] ?? 0).toString(16).padStart(2, '0')
  const a = (0x7000 | counter).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${rest.slice(0, 4)}-${rest.slice(4)}`
}
