import { assert } from '../../../kernel/assert.ts'

/** What the tree needs to know of an animal; callers add what their screen shows. */
export interface TreeAnimal {
  readonly id: string
  readonly sire: string | null
  readonly dam: string | null
}

/** A place in the tree that is filled: the animal's identifier, and its record when there is one here. */
export interface TreeSlot<Animal extends TreeAnimal> {
  readonly id: string
  readonly animal: Animal | null
}

/**
 * Ancestors of one animal to a depth, by ancestor number (Ahnentafel): 1 is the animal, 2n the sire and 2n + 1 the dam of
 * n. Generation g holds the numbers 2^g to 2^(g+1) - 1; null where nothing is recorded; index 0 is never used.
 */
export interface AncestorTree<Animal extends TreeAnimal> {
  readonly generations: number
  readonly slots: readonly (TreeSlot<Animal> | null)[]
}

const mostGenerations = 12

/**
 * Builds the tree of an animal's ancestors over `generations` (1 to 12) generations. `lookup` gives null for an animal
 * that is named as a parent but has no record; its slot keeps the identifier. Ends also when the pedigree has a loop.
 */
export function buildAncestorTree<Animal extends TreeAnimal>(
  rootId: string,
  generations: number,
  lookup: (id: string) => Animal | null,
): AncestorTree<Animal> {
  assert(
    Number.isInteger(generations) && generations >= 1 && generations <= mostGenerations,
    'a tree has 1 to 12 generations',
  )
  const size = 2 ** (generations + 1)
  const slots: (TreeSlot<Animal> | null)[] = new Array(size).fill(null)
  slots[1] = { id: rootId, animal: lookup(rootId) }
  for (let number = 1; number < size / 2; number++) {
    const animal = slots[number]?.animal ?? null
    if (animal === null) continue
    if (animal.sire !== null) slots[2 * number] = { id: animal.sire, animal: lookup(animal.sire) }
    if (animal.dam !== null) slots[2 * number + 1] = { id: animal.dam, animal: lookup(animal.dam) }
  }
  return { generations, slots }
}

/** Generation of an ancestor number: 0 the animal, 1 its parents. */
export function generationOf(ancestorNumber: number): number {
  return 31 - Math.clz32(ancestorNumber)
}
