/**
 * Keeps F up to date. After a commit that touched animals it waits a moment, then calculates what was marked: a few
 * animals here, with their ancestors only and in small steps; many in a thread, with the whole pedigree. Nothing runs
 * longer than some milliseconds on the event loop.
 */
import type { Logger } from 'pino'
import type { InbreedingState } from '../../../core/areas/animals/animals.pedigree.model.ts'
import { inbreedingColumns } from '../../../core/areas/animals/pedigree/inbreeding-columns.ts'
import { orderCheckedPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { CommitFeed } from '../../runtime/commit-feed.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Engine } from '../../store/engine.ts'
import { breathe } from './breathe.ts'
import { pedigreeVersion } from './inbreeding-marks.ts'
import { type CalculatedF, countStale, listStale, writeInbreeding } from './inbreeding-store.ts'
import type { InbreedingTask } from './inbreeding.worker.ts'
import { calculateInThread, type RunningCalculation } from './inbreeding-thread.ts'
import { donorOfLine, loadWholePedigree } from './inbreeding-whole.ts'
import { nameAll } from './parentage-checks.ts'
import { loadPedigree } from './pedigree-load.ts'

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

/** Above these the whole pedigree is loaded instead of the part that matters. */
const mostAnimals = 1000
const mostAncestors = 200_000
/** Above this a thread calculates; below it is done here, in small steps, before a thread would have started. */
const mostInSteps = 5000
/** Results sorted out between two pauses. */
const animalsPerPause = 50_000
const defaultDelayMs = 300
const tellEveryMs = 1000

type Phase = NonNullable<InbreedingState['phase']>

interface Progress {
  state: InbreedingState['state']
  phase: Phase | null
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
  let thread: RunningCalculation | null = null
  let cancelled = false
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

  const watchOf = (phase: Phase) => {
    Object.assign(progress, { phase, fraction: 0 })
    const onProgress = (fraction: number) => {
      progress.fraction = fraction
      tell(false)
    }
    return { onProgress, isCancelled: () => cancelled || stopped, pause: breathe }
  }

  async function calculateSome(ids: readonly string[], version: number): Promise<'done' | 'too_large'> {
    watchOf('loading')
    const loaded = await engine.read((tx) => loadPedigree(tx, ids, { maximumAnimals: mostAncestors }))
    if (!loaded.complete) return 'too_large'
    progress.animals = loaded.ids.length
    if (loaded.loops.length > 0) {
      failWithLoops(loaded.loops, loaded.ids)
      return 'done'
    }
    const positions = ids.map((id) => loaded.positionOf(id))
    const { sire, dam } = loaded.pedigree
    const knownF = loaded.knownF.slice()
    for (const position of positions) if (position >= 0) knownF[position] = Number.NaN
    const inbreeding =
      loaded.ids.length > mostInSteps
        ? await calculateAside({ sire, dam, knownF }, loaded.ids)
        : await calculateInSteps({ sire, dam, knownF })
    if (inbreeding === null) return 'done'
    const results = ids.map((id, index) => ({ id, coefficient: inbreeding[positions[index] ?? -1] ?? 0 }))
    await writeInbreeding(engine, results, version, instantOf(clock.nowMs()), watchOf('writing'))
    return 'done'
  }

  async function calculateInSteps({ sire, dam, knownF }: InbreedingTask): Promise<Float64Array | null> {
    const { onProgress, isCancelled, pause } = watchOf('calculating')
    const { parentsFirst } = orderCheckedPedigree({ sire, dam })
    const steps = inbreedingColumns({ sire, dam }, parentsFirst, knownF)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      onProgress(step.value.fraction)
      await pause()
      if (isCancelled()) return null
    }
  }

  /** In the thread; null when it was called off or the pedigree holds loops, which are noted then. */
  async function calculateAside(task: InbreedingTask, ids: readonly string[]): Promise<Float64Array | null> {
    const { onProgress, isCancelled } = watchOf('calculating')
    thread = calculateInThread(options.workerFile, task, onProgress)
    const outcome = await thread.outcome
    thread = null
    if (outcome === null || isCancelled()) return null
    if ('inbreeding' in outcome) return outcome.inbreeding
    failWithLoops(outcome.loops, ids)
    return null
  }

  async function calculateWhole(recalculate: boolean, version: number): Promise<void> {
    const whole = await loadWholePedigree(engine, recalculate, watchOf('loading'))
    if (whole === null) return
    progress.animals = whole.ids.length
    const hasBoth = whole.sire.map((sire, position) => (sire >= 0 && (whole.dam[position] as number) >= 0 ? 1 : 0))
    const inbreeding = await calculateAside({ sire: whole.sire, dam: whole.dam, knownF: whole.knownF }, whole.ids)
    if (inbreeding === null) return
    const results: CalculatedF[] = []
    for (const [position, id] of whole.ids.entries()) {
      if (position % animalsPerPause === 0) await breathe()
      const coefficient = inbreeding[donorOfLine(whole.donorOf, position)] as number
      const stored = whole.storedF[position] as number
      const isKept = hasBoth[position] === 1 || whole.donorOf.has(position) || !Number.isNaN(stored)
      // Not written again when it is what is stored, to the last digit that means anything.
      const isNews = whole.stale[position] === 1 || !(Math.abs(stored - coefficient) <= 1e-15)
      if (isKept && isNews) results.push({ id, coefficient })
    }
    await writeInbreeding(engine, results, version, instantOf(clock.nowMs()), watchOf('writing'))
  }

  function failWithLoops(loops: readonly (readonly number[])[], ids: readonly string[]): void {
    const named = loops.slice(0, 10).map((loop) => loop.map((position) => ids[position] ?? ''))
    Object.assign(progress, { state: 'failed', error: 'pedigree_loop', loops: named })
  }

  async function calculate(scope: 'stale' | 'all'): Promise<void> {
    const version = await engine.read(pedigreeVersion)
    if (scope === 'all') return calculateWhole(true, version)
    const ids = await engine.read((tx) => listStale(tx, mostAnimals + 1))
    if (ids.length === 0) return
    if (ids.length <= mostAnimals && (await calculateSome(ids, version)) !== 'too_large') return
    if (!cancelled && !stopped) await calculateWhole(false, version)
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
      if (!stopped && !cancelled) await startIfStale()
    } catch (error) {
      if (!stopped) log.error({ err: error }, 'inbreeding could not be looked after')
    }
  }

  const unsubscribe = feed.subscribe((notice) => {
    if (!('animal' in notice.touched)) return
    cancelled = false
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
      thread?.stop()
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
      thread?.stop()
      await running
    },
  }
}
