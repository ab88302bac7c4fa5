/**
 * Hybrid logical clock (Kulkarni et al. 2014): the larger of the wall clock and everything seen so far, plus a counter.
 * Text form `<13 digits of milliseconds>.<5 digits of counter>`, so that plain text order is clock order.
 */
import type { Clock } from '../kernel/clock.ts'

export type Hlc = string

/** The next reading after `last` (or the first, when there is none). */
export function tickHlc(last: Hlc | null, clock: Clock): Hlc {
  const now = Math.trunc(clock.nowMs())
  if (last === null) return formatHlc(now, 0)
  const [ms, counter] = parseHlc(last)
  return now > ms ? formatHlc(now, 0) : formatHlc(ms, counter + 1)
}

/** Milliseconds since the epoch that the reading carries; may be ahead of the wall clock. */
export function hlcMs(hlc: Hlc): number {
  return parseHlc(hlc)[0]
}

function formatHlc(ms: number, counter: number): Hlc {
  return `${String(ms).padStart(13, '0')}.${String(counter).padStart(5, '0')}`
}

function parseHlc(hlc: Hlc): [ms: number, counter: number] {
  return [Number(hlc.slice(0, 13)), Number(hlc.slice(14))]
}
