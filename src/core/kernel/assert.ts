/** Stops the program when an assumption of ours is wrong. For bugs only: never for anything a person can cause. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}

/** Ends a switch over a union: the compiler complains when a member is missing. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled case: ${String(value)}`)
}
