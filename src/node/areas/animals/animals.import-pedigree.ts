/**
 * The family of an import as a graph: rows of the file, parents that are added for them, and records that are there
 * already. Pure: what the database knows was looked up before.
 */
import { namedAnimal, type Relative, refuseParents } from '../../../core/areas/animals/animals.parentage.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'
import type { BreedComposition } from '../../../core/areas/animals/species/breed-composition.ts'
import type { Refusal } from '../../../core/kernel/refusal.ts'

export interface FamilyNode {
  readonly relative: Relative
  readonly siteId: string
  readonly breeds: BreedComposition
  /** Position of its row in the file; -1 for a parent without a row. */
  readonly row: number
  /** `record` stands in the database already, `fresh` would be added. */
  readonly kind: 'fresh' | 'record'
  /** Positions of the parents in the family; -1 when unknown. */
  sire: number
  dam: number
  gestationalDam: number
}

/** Why a row cannot be taken, beside what its own cells say. */
export interface FamilyRefusal {
  readonly node: number
  readonly refusal: Refusal
}

/**
 * Gives parents of unknown sex the sex of their use. Used as both, the more frequent use counts (the sire's when even),
 * and the other offspring are refused by the usual rule, with the animals named. Records keep the sex they have.
 */
export function sexFromUse(family: FamilyNode[]): void {
  const asSire = new Int32Array(family.length)
  const asDam = new Int32Array(family.length)
  for (const { sire, dam, gestationalDam } of family) {
    if (sire >= 0) asSire[sire] = (asSire[sire] ?? 0) + 1
    if (dam >= 0) asDam[dam] = (asDam[dam] ?? 0) + 1
    if (gestationalDam >= 0 && gestationalDam !== dam) asDam[gestationalDam] = (asDam[gestationalDam] ?? 0) + 1
  }
  for (const [position, node] of family.entries()) {
    const [sired, born] = [asSire[position] ?? 0, asDam[position] ?? 0]
    if (node.kind === 'record' || node.relative.sex !== 'unknown' || sired + born === 0) continue
    family[position] = { ...node, relative: { ...node.relative, sex: sired >= born ? 'male' : 'female' } }
  }
}

/** Rows whose parents cannot be their parents: sex, species, age, itself. */
export function refuseFamilyParents(family: readonly FamilyNode[], position: number): Refusal | null {
  const node = family[position]
  if (node === undefined) return null
  const relativeAt = (at: number) => family[at]?.relative ?? null
  const parents = {
    sireId: relativeAt(node.sire),
    damId: relativeAt(node.dam),
    gestationalDamId: relativeAt(node.gestationalDam),
  }
  return refuseParents(node.relative, parents)
}

/**
 * Finds animals that would be their own ancestors. Every row of a loop is refused with the whole loop named, each animal
 * the offspring of the next; records of the database in a loop are named too, but only rows can be refused.
 */
export function refuseLoops(family: readonly FamilyNode[]): FamilyRefusal[] {
  const result = orderPedigree(parentColumns(family, new Set()), Number.POSITIVE_INFINITY)
  if (result.ok) return []
  const found: FamilyRefusal[] = []
  const named = new Set<number>()
  for (const loop of result.loops) {
    const animals = loop.flatMap((position) =>
      family[position] === undefined ? [] : namedAnimal(family[position].relative),
    )
    for (const node of loop) {
      if (named.has(node) || (family[node]?.row ?? -1) < 0) continue
      named.add(node)
      const [only] = animals
      const itself = animals.length === 1 ? { animal: only, parent: only } : null
      found.push({
        node,
        refusal:
          itself === null
            ? { code: 'pedigree_loop', data: { animals, length: animals.length } }
            : { code: 'self_parent', data: itself },
      })
    }
  }
  return found
}

/** The living part of the family with parents before offspring; a loop left over is a bug and stops the import. */
export function parentsFirst(family: readonly FamilyNode[], refused: ReadonlySet<number>): Int32Array {
  const result = orderPedigree(parentColumns(family, refused), 1)
  if (!result.ok) throw new Error('a loop is left after all loops were refused')
  return result.order.parentsFirst.filter((position) => position < family.length)
}

/**
 * Adds everything that descends from refused rows: an animal must not come in without the parent its row names. Gives
 * for each such node the refused parent. Gestational dams count too.
 */
export function refuseOffspring(family: readonly FamilyNode[], refused: Set<number>): Map<number, number> {
  if (refused.size === 0) return new Map()
  const offspring = new Map<number, number[]>()
  for (const [position, node] of family.entries()) {
    for (const parent of new Set([node.sire, node.dam, node.gestationalDam])) {
      if (parent < 0) continue
      const known = offspring.get(parent)
      if (known === undefined) offspring.set(parent, [position])
      else known.push(position)
    }
  }
  const because = new Map<number, number>()
  // A record stands in the database, whatever becomes of its row.
  const isFresh = (position: number) => family[position]?.kind === 'fresh'
  const waiting = [...refused].filter(isFresh)
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const child of offspring.get(parent) ?? []) {
      if (refused.has(child) || (family[child]?.row ?? -1) < 0) continue
      refused.add(child)
      because.set(child, parent)
      if (isFresh(child)) waiting.push(child)
    }
  }
  return because
}

/**
 * Parents by position for the pedigree functions, which know two of them. A recipient must also come before what she
 * carried: an extra position behind the family stands between the animal and its two mothers.
 */
function parentColumns(family: readonly FamilyNode[], refused: ReadonlySet<number>) {
  const carried = family.flatMap(({ dam, gestationalDam }, position) =>
    gestationalDam >= 0 && gestationalDam !== dam && !refused.has(position) ? [position] : [],
  )
  const sire = new Int32Array(family.length + carried.length).fill(-1)
  const dam = new Int32Array(family.length + carried.length).fill(-1)
  for (const [position, node] of family.entries()) {
    if (refused.has(position)) continue
    sire[position] = node.sire
    dam[position] = node.dam
  }
  for (const [extra, position] of carried.entries()) {
    const between = family.length + extra
    sire[between] = family[position]?.gestationalDam ?? -1
    dam[between] = family[position]?.dam ?? -1
    dam[position] = between
  }
  return { sire, dam }
}
