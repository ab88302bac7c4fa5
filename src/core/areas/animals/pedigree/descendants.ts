import type { CodedPedigree } from './coded-pedigree.ts'

/** Offspring of every animal: those of animal i stand at start[i] to start[i + 1] - 1 in `offspring`. */
export interface ProgenyIndex {
  readonly start: Int32Array
  readonly offspring: Int32Array
}

/** Lists the offspring of every animal (once, even when an animal is both parents), in time proportional to the pedigree. */
export function indexProgeny({ sire, dam }: CodedPedigree): ProgenyIndex {
  const start = new Int32Array(sire.length + 1)
  const eachLink = (visit: (parent: number, offspring: number) => void): void => {
    for (let animal = 0; animal < sire.length; animal++) {
      const itsSire = sire[animal] as number
      const itsDam = dam[animal] as number
      if (itsSire >= 0) visit(itsSire, animal)
      if (itsDam >= 0 && itsDam !== itsSire) visit(itsDam, animal)
    }
  }
  eachLink((parent) => {
    start[parent + 1] = (start[parent + 1] as number) + 1
  })
  for (let animal = 0; animal < sire.length; animal++) {
    start[animal + 1] = (start[animal + 1] as number) + (start[animal] as number)
  }
  const next = start.slice()
  const offspring = new Int32Array(start[sire.length] as number)
  eachLink((parent, animal) => {
    const place = next[parent] as number
    next[parent] = place + 1
    offspring[place] = animal
  })
  return { start, offspring }
}

/**
 * Lists the given animals and all their descendants, nearest first: those whose F and relationships may change when the
 * parents of the given animals are changed. Ends also in a pedigree with loops.
 */
export function descendantsOf(progeny: ProgenyIndex, animals: Iterable<number>): number[] {
  const found = [...new Set(animals)]
  const seen = new Set(found)
  for (let head = 0; head < found.length; head++) {
    const animal = found[head] as number
    const end = progeny.start[animal + 1] as number
    for (let place = progeny.start[animal] as number; place < end; place++) {
      const child = progeny.offspring[place] as number
      if (seen.has(child)) continue
      seen.add(child)
      found.push(child)
    }
  }
  return found
}
