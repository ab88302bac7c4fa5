/** Runs tasks one after the other, in the order they came. A task that fails does not stop the ones behind it. */
export interface Queue {
  run<Result>(task: () => Promise<Result>): Promise<Result>
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>
}

export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const next = tail.then(task, task)
      tail = next.catch(() => undefined)
      return next
    },
    async idle() {
      await tail
    },
  }
}
