/**
 * Gives out the codes that people read and scan (`AN0001KX`), offline, from blocks of serials that belong to this
 * device. Which block comes next follows from the device id alone, so two benches that never met are very unlikely to
 * draw the same one (8,191 blocks per prefix); HQ confirms blocks when a bench enrols, and the unique index refuses a
 * code that exists. A code is spent the moment its transaction commits and is never given out again.
 */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { formatCode, nextUsableSerial } from '../../core/kernel/check-character.ts'
import type { Change } from './change.ts'

export interface CodeSource {
  next(change: Change, prefix: string): Promise<string>
  nextMany(change: Change, prefix: string, count: number): Promise<string[]>
}

const blockSize = 4096
/** Serials have five characters of a 32-letter alphabet. */
const blockCount = 32 ** 5 / blockSize

interface BlockState {
  /** How many blocks this device has drawn for the prefix. */
  drawn: number
  /** Next serial to try, and the first one beyond the block. */
  next: number
  end: number
}

export function createCodeSource(device: string): CodeSource {
  async function nextMany(change: Change, prefix: string, count: number): Promise<string[]> {
    const key = `codes:${prefix}`
    const { nodeState } = change.tables
    const rows = await change.local.select().from(nodeState).where(eq(nodeState.key, key))
    let state: BlockState = rows[0] === undefined ? { drawn: 0, next: 0, end: 0 } : JSON.parse(rows[0].value)
    const codes: string[] = []
    while (codes.length < count) {
      const serial = state.next < state.end ? nextUsableSerial(prefix, state.next) : null
      if (serial === null || serial >= state.end) {
        state = drawBlock(device, prefix, state.drawn)
        continue
      }
      codes.push(formatCode(prefix, serial))
      state.next = serial + 1
    }
    const value = JSON.stringify(state)
    await change.local
      .insert(nodeState)
      .values({ key, value })
      .onConflictDoUpdate({ target: nodeState.key, set: { value } })
    return codes
  }
  return {
    nextMany,
    next: async (change, prefix) => (await nextMany(change, prefix, 1))[0] as string,
  }
}

/**
 * The device's blocks in its own order: from a place of its own in steps of its own. The number of blocks is a power of
 * two and the step is odd, so no block comes twice before all have come (an import of 180,000 animals draws 44).
 */
function drawBlock(device: string, prefix: string, drawn: number): BlockState {
  if (drawn >= blockCount) throw new Error(`all codes with the prefix ${prefix} are spent`)
  const digest = createHash('sha256').update(`${device}/${prefix}`).digest()
  const step = (digest.readUInt32BE(4) % blockCount) | 1
  const block = ((digest.readUInt32BE(0) % blockCount) + drawn * step) % blockCount
  return { drawn: drawn + 1, next: block * blockSize, end: (block + 1) * blockSize }
}
