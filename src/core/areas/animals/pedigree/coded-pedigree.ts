/**
 * How the pedigree calculations hold animals.
 *
 * Everything here works on positions 0..n-1 in typed arrays, never on identifiers: a million animals then cost 8 MB and
 * no garbage. `codePedigree` is the one place where identifiers become positions. Formulas are those of Wright 1922,
 * Henderson 1976, Colleau 2002 (GSE 34:409) and MacCluer 1983; each file names its own.
 *
 *   pedigree-order      parents first, or the loops by name     inbreeding              F of all, of some
 *   ancestor-subset     the part of a pedigree above animals    relationship            A, r, kinship of pairs
 *   common-ancestors    where an F comes from                   pedigree-completeness   how much of it is known
 *   pedigree-checks     findings about rows                     ancestor-tree, tree-layout   the tree screen
 */

/** Stands in `sire` and `dam` for a parent that is not known. */
export const unknownParent = -1

/** Parents by position: animal i is the offspring of `sire[i]` and `dam[i]`; -1 where the parent is unknown. */
export interface CodedPedigree {
  readonly sire: Int32Array
  readonly dam: Int32Array
}

/** One animal as recorded. An unknown parent is null; blanks, `0` and `NA` are the importer's business. */
export interface ParentageRow {
  readonly id: string
  readonly sire: string | null
  readonly dam: string | null
}

/** A pedigree in positions with the identifiers that belong to them. */
export interface CodedRows {
  readonly pedigree: CodedPedigree
  /** Identifier of every position: first the animals with rows, in order of appearance, then parents without a row. */
  readonly ids: readonly string[]
  readonly positionOf: ReadonlyMap<string, number>
  /** The first `listed` positions have a row of their own; the rest are parents that were added as founders. */
  readonly listed: number
}

/**
 * Turns rows with identifiers into positions and adds parents that have no row as founders. When an animal has several
 * rows, each parent is taken from the first row that names it; `checkPedigree` reports such rows.
 */
export function codePedigree(rows: readonly ParentageRow[]): CodedRows {
  const ids: string[] = []
  const positionOf = new Map<string, number>()
  const positionFor = (id: string): number => {
    let position = positionOf.get(id)
    if (position === undefined) {
      position = ids.length
      positionOf.set(id, position)
      ids.push(id)
    }
    return position
  }
  for (const row of rows) positionFor(row.id)
  const listed = ids.length
  for (const row of rows) {
    if (row.sire !== null) positionFor(row.sire)
    if (row.dam !== null) positionFor(row.dam)
  }
  const sire = new Int32Array(ids.length).fill(unknownParent)
  const dam = new Int32Array(ids.length).fill(unknownParent)
  for (const row of rows) {
    const animal = positionFor(row.id)
    if (sire[animal] === unknownParent && row.sire !== null) sire[animal] = positionFor(row.sire)
    if (dam[animal] === unknownParent && row.dam !== null) dam[animal] = positionFor(row.dam)
  }
  return { pedigree: { sire, dam }, ids, positionOf, listed }
}
