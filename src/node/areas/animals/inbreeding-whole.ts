/**
 * Loads the whole pedigree as typed arrays, some thousand rows at a time with pauses between, so that commands and
 * queries go on meanwhile. A clone stands for its nuclear donor, as in `pedigree-load.ts`.
 */
import { sql } from 'drizzle-orm'
import { unknownParent } from '../../../core/areas/animals/pedigree/coded-pedigree.ts'
import type { Engine, ReadTx } from '../../store/engine.ts'

export interface WholePedigree {
  readonly ids: readonly string[]
  readonly sire: Int32Array
  readonly dam: Int32Array
  /** F by position; NaN where it must be calculated. */
  readonly knownF: Float64Array
  /** What is stored now: NaN for nothing, and 1 in `stale` where it no longer holds. */
  readonly storedF: Float64Array
  readonly stale: Uint8Array
  /** Nuclear donor by position of each clone. */
  readonly donorOf: ReadonlyMap<number, number>
}

interface PedigreeRow {
  readonly place: string | number
  readonly id: string
  readonly sire_id: string | null
  readonly dam_id: string | null
  readonly nuclear_donor_id: string | null
  readonly coefficient: number | null
  readonly stale: boolean | number | null
}

const rowsPerRead = 1000

/** Null when it was called off on the way. `recalculate` takes nothing that is stored for true. */
export async function loadWholePedigree(
  engine: Engine,
  recalculate: boolean,
  watch: {
    readonly onProgress: (fraction: number) => void
    readonly isCancelled: () => boolean
    readonly pause: () => Promise<void>
  },
): Promise<WholePedigree | null> {
  const expected = await engine.read(expectAnimals)
  const growing = createGrowingPedigree(expected)
  // SQLite walks its rows as they lie; PostgreSQL has no such number that stays, and walks the key.
  const place = engine.dialect === 'sqlite' ? sql`animal.rowid` : sql`animal.id`
  let last: string | number = engine.dialect === 'sqlite' ? 0 : ''
  for (;;) {
    const after = last
    const rows = await engine.read((tx) =>
      tx.raw<PedigreeRow>(sql`select ${place} as place, animal.id, animal.sire_id, animal.dam_id, animal.nuclear_donor_id, known.coefficient, known.stale
        from animal left join animal_inbreeding known on known.animal_id = animal.id
        where ${place} > ${after} order by ${place} limit ${rowsPerRead}`),
    )
    for (const row of rows) growing.add(row)
    if (rows.length < rowsPerRead) break
    last = rows.at(-1)?.place ?? last
    watch.onProgress(Math.min(1, growing.size() / Math.max(1, expected)))
    await watch.pause()
    if (watch.isCancelled()) return null
  }
  return growing.finish(recalculate)
}

/** How many animals to expect, roughly: counting a million rows takes longer than it is worth. */
async function expectAnimals(tx: ReadTx): Promise<number> {
  const query =
    tx.dialect === 'sqlite' ? sql`select max(rowid) as n from animal` : sql`select count(*) as n from animal`
  const rows = await tx.raw<{ n: number | null }>(query)
  return Number(rows[0]?.n ?? 0)
}

function createGrowingPedigree(expected: number) {
  const positions = createPositions()
  const ids: string[] = []
  let capacity = Math.max(1024, Math.ceil(expected * 1.05))
  let sire = new Int32Array(capacity).fill(unknownParent)
  let dam = new Int32Array(capacity).fill(unknownParent)
  let storedF = new Float64Array(capacity).fill(Number.NaN)
  let stale = new Uint8Array(capacity)
  const donorOf = new Map<number, number>()
  let added = 0

  function grow(): void {
    const enlarge = <Values extends { set(source: Values): void }>(from: Values, to: Values): Values => {
      to.set(from)
      return to
    }
    capacity *= 2
    sire = enlarge(sire, new Int32Array(capacity).fill(unknownParent))
    dam = enlarge(dam, new Int32Array(capacity).fill(unknownParent))
    storedF = enlarge(storedF, new Float64Array(capacity).fill(Number.NaN))
    stale = enlarge(stale, new Uint8Array(capacity))
  }

  function positionFor(id: string | null): number {
    if (id === null) return unknownParent
    const known = positions.get(id)
    if (known !== undefined) return known
    const position = ids.push(id) - 1
    if (position === capacity) grow()
    positions.set(id, position)
    return position
  }

  return {
    size: () => added,
    add(row: PedigreeRow): void {
      const own = positionFor(row.id)
      const [itsSire, itsDam, donor] = [
        positionFor(row.sire_id),
        positionFor(row.dam_id),
        positionFor(row.nuclear_donor_id),
      ]
      sire[own] = itsSire
      dam[own] = itsDam
      if (donor !== unknownParent) donorOf.set(own, donor)
      if (row.coefficient !== null) storedF[own] = row.coefficient
      stale[own] = row.stale === true || row.stale === 1 ? 1 : 0
      added += 1
    },
    finish(recalculate: boolean): WholePedigree {
      const count = ids.length
      const whole = {
        ids,
        sire: sire.slice(0, count),
        dam: dam.slice(0, count),
        storedF: storedF.slice(0, count),
        stale: stale.slice(0, count),
        donorOf,
      }
      followDonors(whole)
      const knownF = whole.storedF.map((stored, position) => {
        if (whole.sire[position] === unknownParent || whole.dam[position] === unknownParent) return 0
        return recalculate || whole.stale[position] === 1 ? Number.NaN : stored
      })
      return { ...whole, knownF }
    },
  }
}

/** Positions by id, in many small maps: a single one of a million entries stands still for long whenever it grows. */
function createPositions() {
  const shards = Array.from({ length: 256 }, () => new Map<string, number>())
  const shardOf = (id: string) => {
    const end = id.length - 1
    return shards[((id.charCodeAt(end) & 15) << 4) | (id.charCodeAt(end - 1) & 15)] as Map<string, number>
  }
  return {
    get: (id: string) => shardOf(id).get(id),
    set: (id: string, position: number) => void shardOf(id).set(id, position),
  }
}

/** Lets offspring of clones descend from the nuclear donors. The clones themselves take no part in the calculation. */
function followDonors({ sire, dam, donorOf }: Pick<WholePedigree, 'sire' | 'dam' | 'donorOf'>): void {
  if (donorOf.size === 0) return
  for (let position = 0; position < sire.length; position += 1) {
    sire[position] = donorOfLine(donorOf, sire[position] as number)
    dam[position] = donorOfLine(donorOf, dam[position] as number)
  }
  for (const clone of donorOf.keys()) {
    sire[clone] = unknownParent
    dam[clone] = unknownParent
  }
}

/** First of a line of nuclear donors; a line in a circle is cut. */
export function donorOfLine(donorOf: ReadonlyMap<number, number>, position: number): number {
  let at = position
  for (let step = 0; step < 100; step += 1) {
    const donor = donorOf.get(at)
    if (donor === undefined || donor === position) return at
    at = donor
  }
  return at
}
