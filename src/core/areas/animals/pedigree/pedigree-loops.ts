import type { CodedPedigree } from './coded-pedigree.ts'

/** The loops of a pedigree. */
export interface PedigreeLoops {
  /** Each loop in order: every animal is recorded as offspring of the next, the last as offspring of the first. */
  readonly loops: readonly (readonly number[])[]
  /** False when there are more loops than were named. */
  readonly complete: boolean
}

/**
 * Names one shortest loop through each closing edge (offspring, parent) that a depth-first walk has found. Undoing all
 * of these edges would leave no loop; so naming them, without repeats, is enough to repair the pedigree. A loop starts
 * at its smallest position; an animal that is its own parent is a loop of one.
 */
export function findLoops(
  pedigree: CodedPedigree,
  closingEdges: readonly (readonly [number, number])[],
  maximumLoops: number,
): PedigreeLoops {
  const loops: number[][] = []
  const seen = new Set<string>()
  const cameFrom = new Int32Array(pedigree.sire.length)
  for (const [offspring, parent] of closingEdges) {
    const loop = startAtSmallest(shortestWayUp(pedigree, parent, offspring, cameFrom))
    const key = loop.join(',')
    if (seen.has(key)) continue
    if (loops.length === maximumLoops) return { loops, complete: false }
    seen.add(key)
    loops.push(loop)
  }
  return { loops, complete: true }
}

/** Animals from `from` to its ancestor `to`, both included, by the fewest generations (breadth first). */
function shortestWayUp({ sire, dam }: CodedPedigree, from: number, to: number, cameFrom: Int32Array): number[] {
  cameFrom.fill(-1)
  cameFrom[from] = from
  const queue = [from]
  for (let head = 0; head < queue.length && cameFrom[to] === -1; head++) {
    const animal = queue[head] as number
    for (const parent of [sire[animal] as number, dam[animal] as number]) {
      if (parent < 0 || cameFrom[parent] !== -1) continue
      cameFrom[parent] = animal
      queue.push(parent)
    }
  }
  const way = [to]
  for (let animal = to; animal !== from; ) {
    animal = cameFrom[animal] as number
    way.push(animal)
  }
  return way.reverse()
}

function startAtSmallest(loop: readonly number[]): number[] {
  let smallest = 0
  for (let place = 1; place < loop.length; place++) {
    if ((loop[place] as number) < (loop[smallest] as number)) smallest = place
  }
  return [...loop.slice(smallest), ...loop.slice(0, smallest)]
}
