/**
 * Lets the event loop have a turn now and then while a long transaction writes. Other writes wait in the queue and reads
 * have a connection of their own, so nobody sees half a transaction; a bench goes on answering while a file comes in.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'

export interface TurnGiver {
  /** Counts one statement; true when the loop has waited for enough of them. */
  isDue(): boolean
  turn(): Promise<void>
}

/** Statements take 5 to 40 microseconds: some milliseconds between two turns. */
const statementsPerTurn = 250

export function createTurnGiver(): TurnGiver {
  let statements = 0
  return {
    isDue() {
      statements += 1
      if (statements < statementsPerTurn) return false
      statements = 0
      return true
    },
    turn: () => nextTurn(),
  }
}
