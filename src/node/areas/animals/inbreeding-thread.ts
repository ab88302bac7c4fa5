import { Worker } from 'node:worker_threads'
import type { InbreedingMessage, InbreedingTask } from './inbreeding.worker.ts'

export interface RunningCalculation {
  /** F by position, or the loops that make it impossible. Rejects when the thread dies; null when it was stopped. */
  readonly outcome: Promise<{ inbreeding: Float64Array } | { loops: readonly (readonly number[])[] } | null>
  stop(): void
}

/** Starts the calculation in a thread. The arrays are handed over and must not be used afterwards. */
export function calculateInThread(
  file: URL,
  task: InbreedingTask,
  onProgress: (fraction: number) => void,
): RunningCalculation {
  // No flags of the parent: a test runner's loaders have no place in the thread.
  const worker = new Worker(file, {
    execArgv: [],
    workerData: task,
    transferList: [task.sire.buffer, task.dam.buffer, task.knownF.buffer] as ArrayBuffer[],
  })
  let stopped = false
  const outcome = new Promise<{ inbreeding: Float64Array } | { loops: readonly (readonly number[])[] } | null>(
    (resolve, reject) => {
      worker.on('message', (message: InbreedingMessage) => {
        if (message.kind === 'progress') onProgress(message.fraction)
        else resolve(message.kind === 'done' ? { inbreeding: message.inbreeding } : { loops: message.loops })
      })
      worker.on('error', reject)
      worker.on('exit', (code) => {
        if (stopped) resolve(null)
        else if (code !== 0) reject(new Error(`the inbreeding thread ended with ${code}`))
      })
    },
  )
  return {
    outcome,
    stop: () => {
      stopped = true
      void worker.terminate()
    },
  }
}
