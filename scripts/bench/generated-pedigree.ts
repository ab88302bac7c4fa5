/** A pedigree as it comes from a generator: positions in order of birth, so parents stand before offspring. */
export interface GeneratedPedigree {
  readonly sire: Int32Array
  readonly dam: Int32Array
  /** 1 male, 0 female. */
  readonly male: Uint8Array
  readonly year: Int32Array
}

/**
 * Makes a plausible dairy-like pedigree: 20 overlapping year classes, few sires (artificial insemination) with the best
 * used most, many dams, 3 % unknown sires and 5 % unknown dams. The same count and seed give the same pedigree as the
 * reference data's gen_pedigree.py, whose F is on record (100000 seed 100, 1000000 seed 1000).
 */
export function generatePedigree(count: number, seed: number): GeneratedPedigree {
  const random = createMersenneTwister(seed)
  const years = 20
  const perYear = Math.floor(count / years)
  const sire = new Int32Array(count).fill(-1)
  const dam = new Int32Array(count).fill(-1)
  const male = new Uint8Array(count)
  const year = new Int32Array(count)
  const sires: number[] = []
  const dams: number[] = []
  let animal = 0
  for (let y = 0; y < years; y++) {
    const end = y < years - 1 ? animal + perYear : count
    const topSires = sires.slice(-Math.max(10, Math.floor(perYear / 200)))
    const topDams = dams.slice(-2 * perYear)
    for (; animal < end; animal++) {
      if (y > 1) {
        if (random() > 0.03) sire[animal] = topSires[Math.floor(topSires.length * random() ** 2)] as number
        if (random() > 0.05) dam[animal] = topDams[Math.floor(topDams.length * random())] as number
      }
      const isMale = random() < 0.5
      male[animal] = isMale ? 1 : 0
      year[animal] = 2000 + y
      if (!isMale) dams.push(animal)
      else if (random() < 0.02 || (y < 2 && random() < 0.1)) sires.push(animal)
    }
  }
  return { sire, dam, male, year }
}

/** Makes a pedigree of natural matings: pairs that stay together, `litter` offspring each, 20 generations. */
export function generateNaturalPedigree(count: number, seed: number, litter = 4): GeneratedPedigree {
  const random = createMersenneTwister(seed)
  const generations = 20
  const perGeneration = Math.floor(count / generations)
  const sire = new Int32Array(count).fill(-1)
  const dam = new Int32Array(count).fill(-1)
  const male = new Uint8Array(count)
  const year = new Int32Array(count)
  for (let animal = 0; animal < count; animal++) {
    const generation = Math.min(generations - 1, Math.floor(animal / perGeneration))
    male[animal] = animal % 2
    year[animal] = 2000 + generation
    if (generation === 0) continue
    if (animal % litter !== 0 && year[animal - 1] === year[animal]) {
      sire[animal] = sire[animal - 1] as number
      dam[animal] = dam[animal - 1] as number
      continue
    }
    const pairs = Math.floor(perGeneration / 2)
    const first = (generation - 1) * perGeneration
    sire[animal] = first + 2 * Math.floor(pairs * random()) + ((first + 1) % 2)
    dam[animal] = first + 2 * Math.floor(pairs * random()) + (first % 2)
  }
  return { sire, dam, male, year }
}

/** Mersenne Twister MT19937 (Matsumoto & Nishimura 1998) seeded and read as Python's random.Random(seed).random(). */
function createMersenneTwister(seed: number): () => number {
  const size = 624
  const state = new Uint32Array(size)
  const at = (index: number): number => state[index] as number
  const mix = (index: number, factor: number): number =>
    at(index) ^ Math.imul(at(index - 1) ^ (at(index - 1) >>> 30), factor)
  state[0] = 19650218
  for (let i = 1; i < size; i++) state[i] = Math.imul(1812433253, at(i - 1) ^ (at(i - 1) >>> 30)) + i
  let i = 1
  for (let k = 0; k < size; k++) {
    state[i] = mix(i, 1664525) + seed
    if (++i >= size) {
      state[0] = at(size - 1)
      i = 1
    }
  }
  for (let k = 1; k < size; k++) {
    state[i] = mix(i, 1566083941) - i
    if (++i >= size) {
      state[0] = at(size - 1)
      i = 1
    }
  }
  state[0] = 0x80000000
  let next = size
  const refill = (): void => {
    for (let k = 0; k < size; k++) {
      const y = (at(k) & 0x80000000) | (at((k + 1) % size) & 0x7fffffff)
      state[k] = at((k + 397) % size) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
    }
    next = 0
  }
  const draw = (): number => {
    if (next === size) refill()
    let y = at(next++)
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    return (y ^ (y >>> 18)) >>> 0
  }
  return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992
}
