/** Reads what waits for calculation and writes what was calculated. */
import { asc, count, eq, sql } from 'drizzle-orm'
import type { Engine, ReadTx } from '../../store/engine.ts'

export interface CalculatedF {
  readonly id: string
  readonly coefficient: number
}

/** Rows per transaction: some milliseconds of the event loop, one sync to disk. */
const rowsPerWrite = 400

/** How many animals wait. */
export async function countStale(tx: Pick<ReadTx, 'db' | 'tables'>): Promise<number> {
  const { animalInbreeding: table } = tx.tables
  const rows = await tx.db.select({ n: count() }).from(table).where(eq(table.stale, true))
  return Number(rows[0]?.n ?? 0)
}

/** The first animals that wait. */
export async function listStale(tx: Pick<ReadTx, 'db' | 'tables'>, limit: number): Promise<string[]> {
  const { animalInbreeding: table } = tx.tables
  const rows = await tx.db
    .select({ id: table.animalId })
    .from(table)
    .where(eq(table.stale, true))
    .orderBy(asc(table.animalId))
    .limit(limit)
  return rows.map((row) => row.id)
}

export interface WriteWatch {
  readonly onProgress: (fraction: number) => void
  readonly isCancelled: () => boolean
  readonly pause: () => Promise<void>
}

/**
 * Writes results of a calculation that began at a version of the pedigree. Animals marked since keep their mark: what was
 * calculated for them is void.
 */
export async function writeInbreeding(
  engine: Engine,
  results: readonly CalculatedF[],
  version: number,
  at: string,
  watch: WriteWatch,
): Promise<void> {
  for (let start = 0; start < results.length; start += rowsPerWrite) {
    if (watch.isCancelled()) return
    await engine.write(async (tx) => {
      const { animalInbreeding: table } = tx.tables
      const rows = results.slice(start, start + rowsPerWrite).map(({ id, coefficient }) => ({
        animalId: id,
        coefficient,
        stale: false,
        markedAtVersion: version,
        computedAt: at,
      }))
      await tx.db
        .insert(table)
        .values(rows)
        .onConflictDoUpdate({
          target: table.animalId,
          set: { coefficient: sql`excluded.coefficient`, stale: false, markedAtVersion: version, computedAt: at },
          setWhere: sql`${table.markedAtVersion} <= ${version}`,
        })
    })
    watch.onProgress(Math.min(1, (start + rowsPerWrite) / results.length))
    await watch.pause()
  }
}
