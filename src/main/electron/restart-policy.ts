/** Waits before the first, second, third and every later restart, in milliseconds: a passing fault heals in seconds. */
const delaysMs = [1_000, 2_000, 5_000, 10_000]

/** A station that dies this often within the window will not heal by itself; restarting on only hides the fault. */
const maxDeaths = 5
const windowMs = 2 * 60_000

export type RestartDecision = { restart: true; delayMs: number } | { restart: false }

/**
 * Decides what follows the death of the station. `deathsMs` are the instants of all deaths in milliseconds since the
 * epoch, the newest last and included; deaths more than two minutes before it no longer count.
 */
export function decideRestart(deathsMs: readonly number[]): RestartDecision {
  const newest = deathsMs.at(-1)
  if (newest === undefined) return { restart: true, delayMs: 0 }
  const recent = deathsMs.filter((death) => newest - death < windowMs).length
  if (recent >= maxDeaths) return { restart: false }
  return { restart: true, delayMs: delaysMs[Math.min(recent, delaysMs.length) - 1] ?? 0 }
}
