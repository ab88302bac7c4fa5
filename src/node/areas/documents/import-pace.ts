/** Keeps long work outside transactions from holding the event loop: a bench must answer scans while a file is read. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportWatch } from '../../../core/areas/documents/import-target.ts'

export type ImportStage = 'reading' | 'checking' | 'writing' | 'deriving'

export interface ImportProgress {
  readonly stage: ImportStage | 'idle'
  readonly done: number
  readonly total: number
}

// A row costs some microseconds to read or to check, so this many are a millisecond or two.
const stepsPerTurn = 256

/** Watches one stage of a job: yields to the event loop, reports, and stops when the caller has gone. */
export function createWatch(
  report: (done: number, total: number) => void,
  signal: AbortSignal | undefined,
): ImportWatch {
  let steps = 0
  return {
    async step(done, total) {
      steps += 1
      if (steps < stepsPerTurn) return
      steps = 0
      report(done, total)
      await nextTurn()
      signal?.throwIfAborted()
    },
  }
}

export interface ProgressBoard {
  get(key: string): ImportProgress
  set(key: string, progress: ImportProgress): void
  clear(key: string): void
}

/** What runs now, by list and file. Lives in memory: a job does not survive its process. */
export function createProgressBoard(): ProgressBoard {
  const jobs = new Map<string, ImportProgress>()
  return {
    get: (key) => jobs.get(key) ?? { stage: 'idle', done: 0, total: 0 },
    set: (key, progress) => void jobs.set(key, progress),
    clear: (key) => void jobs.delete(key),
  }
}
