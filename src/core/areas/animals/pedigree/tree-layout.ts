import { type AncestorTree, generationOf, type TreeAnimal, type TreeSlot } from './ancestor-tree.ts'

/** One place of the pedigree tree with its coordinates. */
export interface TreeNode<Animal extends TreeAnimal> {
  /** Ancestor number: 1 the animal, 2n the sire and 2n + 1 the dam of n. */
  readonly number: number
  readonly generation: number
  readonly side: 'animal' | 'sire' | 'dam'
  readonly role: 'animal' | 'sire' | 'dam'
  /** `unknown`: the offspring is here and names no such parent. `empty`: there is no offspring to have a parent either. */
  readonly state: 'known' | 'unknown' | 'empty'
  readonly slot: TreeSlot<Animal> | null
  /** Column, oldest generation 0, so that time runs from left to right in every language. */
  readonly column: number
  /** Middle of the node, in heights of a slot of the oldest generation: 0.5 is the middle of the first slot. */
  readonly middle: number
  /** Number of the offspring the node is joined to; null for the animal. */
  readonly offspring: number | null
  /** Letter when the animal is a common ancestor. */
  readonly letter: string | null
}

/** An animal that stands on both sides of the tree. */
export interface CommonAncestorMark {
  readonly letter: string
  readonly id: string
  /** Its part of F as given by the caller; 0 when it counts only through another common ancestor. */
  readonly contribution: number
  /** Ancestor numbers on the sire's and on the dam's side, nearest first. */
  readonly sireNumbers: readonly number[]
  readonly damNumbers: readonly number[]
  /** Nodes from each occurrence down to the parents of the animal: each one's line to its offspring is on a path. */
  readonly pathNumbers: readonly number[]
}

export interface TreeLayout<Animal extends TreeAnimal> {
  readonly columns: number
  /** Slots of the oldest generation, 2^generations: the height of the tree in units. */
  readonly rows: number
  readonly nodes: readonly TreeNode<Animal>[]
  /** Common ancestors by contribution; those with equal ones nearest first. */
  readonly marks: readonly CommonAncestorMark[]
}

/**
 * Places every slot of a tree and letters the animals that stand on both sides. `contributions`: part of F by
 * identifier, from `findCommonAncestors`; without it the nearest common ancestor is A.
 */
export function layOutTree<Animal extends TreeAnimal>(
  tree: AncestorTree<Animal>,
  contributions: ReadonlyMap<string, number> = new Map(),
): TreeLayout<Animal> {
  const marks = markCommonAncestors(tree, contributions)
  const letterOf = new Map(marks.map((mark) => [mark.id, mark.letter]))
  const nodes: TreeNode<Animal>[] = []
  for (let number = 1; number < tree.slots.length; number++) {
    const slot = tree.slots[number] ?? null
    const generation = generationOf(number)
    const offspring = number === 1 ? null : number >> 1
    const hasOffspring = offspring === null || (tree.slots[offspring] ?? null) !== null
    nodes.push({
      number,
      generation,
      side: sideOf(number),
      role: number === 1 ? 'animal' : number % 2 === 0 ? 'sire' : 'dam',
      state: slot !== null ? 'known' : hasOffspring ? 'unknown' : 'empty',
      slot,
      column: tree.generations - generation,
      middle: (number - 2 ** generation + 0.5) * 2 ** (tree.generations - generation),
      offspring,
      letter: slot === null ? null : (letterOf.get(slot.id) ?? null),
    })
  }
  return { columns: tree.generations + 1, rows: 2 ** tree.generations, nodes, marks }
}

/** Numbers whose second binary digit is 0 descend from the sire, the others from the dam. */
function sideOf(number: number): 'animal' | 'sire' | 'dam' {
  if (number === 1) return 'animal'
  return number >> (generationOf(number) - 1) === 2 ? 'sire' : 'dam'
}

function markCommonAncestors<Animal extends TreeAnimal>(
  tree: AncestorTree<Animal>,
  contributions: ReadonlyMap<string, number>,
): CommonAncestorMark[] {
  const places = new Map<string, { sire: number[]; dam: number[] }>()
  for (const [number, slot] of tree.slots.entries()) {
    const side = sideOf(number)
    if (number === 0 || slot === null || side === 'animal') continue
    const known = places.get(slot.id) ?? { sire: [], dam: [] }
    known[side].push(number)
    places.set(slot.id, known)
  }
  return [...places]
    .filter(([, { sire, dam }]) => sire.length > 0 && dam.length > 0)
    .map(([id, { sire, dam }]) => ({
      id,
      contribution: contributions.get(id) ?? 0,
      sireNumbers: sire,
      damNumbers: dam,
      pathNumbers: pathsDown([...sire, ...dam]),
    }))
    .sort(
      (a, b) =>
        b.contribution - a.contribution || distance(a) - distance(b) || first(a.sireNumbers) - first(b.sireNumbers),
    )
    .map((mark, place) => ({ letter: letterAt(place), ...mark }))
}

function first(numbers: readonly number[]): number {
  return numbers[0] ?? 0
}

/** Generations to the nearest occurrence on both sides together. */
function distance(mark: { sireNumbers: readonly number[]; damNumbers: readonly number[] }): number {
  return generationOf(first(mark.sireNumbers)) + generationOf(first(mark.damNumbers))
}

function pathsDown(numbers: readonly number[]): number[] {
  const onPath = new Set<number>()
  for (const start of numbers) for (let number = start; number > 1; number >>= 1) onPath.add(number)
  return [...onPath].sort((a, b) => a - b)
}

/** A to Z, then AA, AB... */
function letterAt(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : letterAt(Math.floor(place / 26) - 1) + letter
}
