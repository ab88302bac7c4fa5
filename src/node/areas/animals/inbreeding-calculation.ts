/**
 * Calculates F of what waits and writes it: some animals with their ancestors only, or the whole pedigree. Small
 * calculations run here in small steps, large ones in a thread; nothing holds up the event loop for longer than some
 * milliseconds.
 */
import { inbreedingColumns } from '../../../core/areas/animals/pedigree/inbreeding-columns.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Engine } from '../../store/engine.ts'
import { breathe } from './breathe.ts'
import type { InbreedingTask } from './inbreeding.worker.ts'
import { type CalculatedF, writeInbreeding } from './inbreeding-store.ts'
import { calculateInThread, type RunningCalculation } from './inbreeding-thread.ts'
import { donorOfLine, loadWholePedigree } from './inbreeding-whole.ts'
import { loadPedigree } from './pedigree-load.ts'

export type CalculationPhase = 'loading' | 'calculating' | 'writing'

export interface CalculationOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly workerFile: URL
  isCancelled(): boolean
  onPhase(phase: CalculationPhase): void
  onProgress(fraction: number): void
  /** How many animals take part. */
  onSize(animals: number): void
  /** Animals that are their own ancestors, by id; nothing is written then. */
  onLoops(loops: readonly (readonly string[])[]): void
}

export interface InbreedingCalculation {
  /** Calculates these animals from what is known of their ancestors; 'too_large' when their ancestors are so many that the whole pedigree is loaded faster. */
  some(ids: readonly string[], version: number): Promise<'done' | 'too_large'>
  /** Calculates all that is marked, or with `recalculate` everything. */
  whole(recalculate: boolean, version: number): Promise<void>
  stopThread(): void
}

const mostAncestors = 200_000
/** Above this a thread calculates; below it the work is done here before a thread would have started. */
const mostInSteps = 5000
/** Results sorted out between two pauses. */
const animalsPerPause = 50_000
const namedLoops = 10

export function createInbreedingCalculation(options: CalculationOptions): InbreedingCalculation {
  const { engine, clock, isCancelled, onProgress } = options
  let thread: RunningCalculation | null = null
  const watch = { onProgress, isCancelled, pause: breathe }

  async function calculate(task: InbreedingTask, ids: readonly string[]): Promise<Float64Array | null> {
    options.onPhase('calculating')
    return ids.length > mostInSteps ? calculateAside(task, ids) : calculateInSteps(task, ids)
  }

  async function calculateInSteps({ sire, dam, knownF }: InbreedingTask, ids: readonly string[]) {
    const ordered = orderPedigree({ sire, dam })
    if (!ordered.ok) return nameLoops(ordered.loops, ids)
    const steps = inbreedingColumns({ sire, dam }, ordered.order.parentsFirst, knownF)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value
      onProgress(step.value.fraction)
      await breathe()
      if (isCancelled()) return null
    }
  }

  async function calculateAside(task: InbreedingTask, ids: readonly string[]): Promise<Float64Array | null> {
    thread = calculateInThread(options.workerFile, task, onProgress)
    const outcome = await thread.outcome
    thread = null
    if (outcome === null || isCancelled()) return null
    return 'inbreeding' in outcome ? outcome.inbreeding : nameLoops(outcome.loops, ids)
  }

  function nameLoops(loops: readonly (readonly number[])[], ids: readonly string[]): null {
    options.onLoops(loops.slice(0, namedLoops).map((loop) => loop.map((position) => ids[position] ?? '')))
    return null
  }

  async function write(results: readonly CalculatedF[], version: number): Promise<void> {
    options.onPhase('writing')
    await writeInbreeding(engine, results, version, instantOf(clock.nowMs()), watch)
  }

  return {
    async some(ids, version) {
      options.onPhase('loading')
      const loaded = await engine.read((tx) => loadPedigree(tx, ids, { maximumAnimals: mostAncestors }))
      if (!loaded.complete) return 'too_large'
      options.onSize(loaded.ids.length)
      if (loaded.loops.length > 0) {
        nameLoops(loaded.loops, loaded.ids)
        return 'done'
      }
      const positions = ids.map((id) => loaded.positionOf(id))
      const knownF = loaded.knownF.slice()
      for (const position of positions) if (position >= 0) knownF[position] = Number.NaN
      const inbreeding = await calculate({ ...loaded.pedigree, knownF }, loaded.ids)
      if (inbreeding === null) return 'done'
      await write(
        ids.map((id, index) => ({ id, coefficient: inbreeding[positions[index] ?? -1] ?? 0 })),
        version,
      )
      return 'done'
    },

    async whole(recalculate, version) {
      options.onPhase('loading')
      const whole = await loadWholePedigree(engine, recalculate, watch)
      if (whole === null) return
      options.onSize(whole.ids.length)
      // The arrays go to the thread; what the results need of them is noted before.
      const hasBoth = whole.sire.map((sire, position) => (sire >= 0 && (whole.dam[position] as number) >= 0 ? 1 : 0))
      const inbreeding = await calculate({ sire: whole.sire, dam: whole.dam, knownF: whole.knownF }, whole.ids)
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
      await write(results, version)
    },

    stopThread: () => thread?.stop(),
  }
}
