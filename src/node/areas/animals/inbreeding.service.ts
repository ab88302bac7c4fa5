/**
 * Keeps F up to date. After a commit that touched animals it waits a moment, then calculates what was marked: a few
 * animals here, with their ancestors only and in small steps; many in a thread, with the whole pedigree. Nothing runs
 * longer than some milliseconds on the event loop.
 */
import type { Logger } from 'pino'
import type { InbreedingState } from '../../../core/areas/animals/animals.pedigree.model.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { CommitFeed } from '../../runtime/commit-feed.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Engine } from '../../store/engine.ts'
import { type CalculationPhase, createInbreedingCalculation } from './inbreeding-calculation.ts'
import { pedigreeVersion } from './inbreeding-marks.ts'
import { countStale, listStale } from './inbreeding-store.ts'
import { nameAll } from './parentage-checks.ts'

export interface InbreedingOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly feed: CommitFeed
  readonly log: Pick<Logger, 'error' | 'info'>
  /** `inbreeding.worker.ts` as it runs: its place differs in a bundle. */
  readonly workerFile: URL
  /** How long after a commit the calculation waits for more of them. */
  readonly delayMs?: number
}

export interface InbreedingService {
  state(reading: Reading): Promise<InbreedingState>
  /** Starts and returns at once; refuses `inbreeding_running`. */
  start(scope: 'stale' | 'all'): void
  cancel(): void
  /** Calculates what waits and resolves when nothing is left to do. */
  settle(): Promise<void>
  /** Ends what runs; nothing is calculated afterwards. */
  stop(): Promise<void>
}

/** Of more animals than this the whole pedigree is loaded at once. */
const mostAnimals = 1000
const defaultDelayMs = 300
const tellEveryMs = 1000

interface Progress {
  state: InbreedingState['state']
  phase: CalculationPhase | null
  fraction: number
  animals: number
  startedAt: string | null
  finishedAt: string | null
  error: string | null
  loops: readonly (readonly string[])[]
}

export function createInbreedingService(options: InbreedingOptions): InbreedingService {
  const { engine, clock, feed, log } = options
  const progress: Progress = {
    state: 'idle',
    phase: null,
    fraction: 0,
    animals: 0,
    startedAt: null,
    finishedAt: null,
    error: null,
    loops: [],
  }
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  /** The run under way was called off. */
  let cancelled = false
  /** Nothing starts by itself until the next commit. */
  let held = false
  let stopped = false
  let toldAt = Number.NEGATIVE_INFINITY

  function tell(always: boolean): void {
    if (stopped || (!always && clock.nowMs() - toldAt < tellEveryMs)) return
    toldAt = clock.nowMs()
    feed.publish({
      changesetIds: [],
      action: 'animals.recompute',
      userId: null,
      sessionId: null,
      callId: null,
      undoable: false,
      touched: { animalInbreeding: null },
      at: instantOf(clock.nowMs()),
    })
  }

  const calculation = createInbreedingCalculation({
    engine,
    clock,
    workerFile: options.workerFile,
    isCancelled: () => cancelled || stopped,
    onPhase: (phase) => void Object.assign(progress, { phase, fraction: 0 }),
    onProgress(fraction) {
      progress.fraction = fraction
      tell(false)
    },
    onSize(animals) {
      progress.animals = animals
    },
    onLoops: (loops) => void Object.assign(progress, { state: 'failed', error: 'pedigree_loop', loops }),
  })

  async function calculate(scope: 'stale' | 'all'): Promise<void> {
    const version = await engine.read(pedigreeVersion)
    if (scope === 'all') return calculation.whole(true, version)
    const ids = await engine.read((tx) => listStale(tx, mostAnimals + 1))
    if (ids.length === 0) return
    if (ids.length <= mostAnimals && (await calculation.some(ids, version)) !== 'too_large') return
    if (!cancelled && !stopped) await calculation.whole(false, version)
  }

  async function run(scope: 'stale' | 'all'): Promise<void> {
    Object.assign(progress, {
      state: 'running',
      phase: 'loading',
      fraction: 0,
      animals: 0,
      startedAt: instantOf(clock.nowMs()),
      finishedAt: null,
      error: null,
      loops: [],
    })
    cancelled = false
    tell(true)
    try {
      await calculate(scope)
    } catch (error) {
      // Closing the store ends reads under way; that is no failure of the calculation.
      if (!stopped) {
        log.error({ err: error }, 'inbreeding was not calculated')
        Object.assign(progress, { state: 'failed', error: 'internal_error' })
      }
    } finally {
      running = null
      Object.assign(progress, {
        state: progress.state === 'failed' ? 'failed' : 'idle',
        phase: null,
        finishedAt: instantOf(clock.nowMs()),
      })
      tell(true)
    }
  }

  function start(scope: 'stale' | 'all'): void {
    if (running !== null) throw new DomainError('inbreeding_running')
    running = run(scope)
  }

  /** Starts when animals wait. When none do, an old failure is settled too: what caused it was repaired. */
  async function startIfStale(): Promise<boolean> {
    const stale = await engine.read(countStale)
    if (running !== null || stopped) return false
    if (stale > 0) start('stale')
    else if (progress.state === 'failed') Object.assign(progress, { state: 'idle', error: null, loops: [] })
    return stale > 0
  }

  function schedule(): void {
    if (stopped) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      void catchUp()
    }, options.delayMs ?? defaultDelayMs)
    timer.unref()
  }

  async function catchUp(): Promise<void> {
    try {
      if (running !== null) await running
      if (!stopped && !held) await startIfStale()
    } catch (error) {
      if (!stopped) log.error({ err: error }, 'inbreeding could not be looked after')
    }
  }

  const unsubscribe = feed.subscribe((notice) => {
    if (!('animal' in notice.touched)) return
    held = false
    schedule()
  })
  // What was left when the program last stopped.
  schedule()

  return {
    async state(reading) {
      const { loops, ...plain } = progress
      return {
        ...plain,
        stale: await countStale(reading),
        loops: await Promise.all(loops.map((loop) => nameAll(reading, loop))),
      }
    },
    start,
    cancel() {
      cancelled = true
      held = true
      calculation.stopThread()
    },
    async settle() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      for (;;) {
        if (running !== null) await running
        if (stopped || !(await startIfStale())) return
        await running
        if (progress.state === 'failed') return
      }
    },
    async stop() {
      stopped = true
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
      calculation.stopThread()
      await running
    },
  }
}
