/**
 * Remembers the transaction that the current asynchronous call chain runs in, so that a read started inside a write
 * joins it. Without this PGlite, which has one connection, waits for itself for ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from './engine.ts'

export interface CurrentTransaction {
  get(): Tx | undefined
  run<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result>
}

export function createCurrentTransaction(): CurrentTransaction {
  const storage = new AsyncLocalStorage<Tx>()
  return {
    get: () => storage.getStore(),
    run: (tx, work) => storage.run(tx, work),
  }
}
