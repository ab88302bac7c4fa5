/**
 * Calculates inbreeding in a thread of its own, so that a million animals never hold up a bench. It gets the pedigree as
 * typed arrays, says how far it is, and gives F back the same way. It is stopped by ending the thread.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { inbreedingColumns } from '../../../core/areas/animals/pedigree/inbreeding-columns.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'

export interface InbreedingTask {
  readonly sire: Int32Array
  readonly dam: Int32Array
  /** F by position; NaN where it is wanted. */
  readonly knownF: Float64Array
}

export type InbreedingMessage =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'loops'; readonly loops: readonly (readonly number[])[] }
  | { readonly kind: 'done'; readonly inbreeding: Float64Array }

/** Part of the work between two reports. */
const reportEvery = 0.01

function calculate(
  { sire, dam, knownF }: InbreedingTask,
  tell: (message: InbreedingMessage) => void,
): InbreedingMessage {
  const ordered = orderPedigree({ sire, dam })
  if (!ordered.ok) return { kind: 'loops', loops: ordered.loops }
  const steps = inbreedingColumns({ sire, dam }, ordered.order.parentsFirst, knownF)
  let reported = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { kind: 'done', inbreeding: step.value }
    const { fraction } = step.value
    if (fraction - reported < reportEvery) continue
    reported = fraction
    tell({ kind: 'progress', fraction })
  }
}

if (parentPort !== null) {
  const port = parentPort
  const answer = calculate(workerData as InbreedingTask, (message) => port.postMessage(message))
  port.postMessage(answer, answer.kind === 'done' ? [answer.inbreeding.buffer as ArrayBuffer] : [])
}
