/** Deterministic random bytes and numbers for tests and demo data (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function seededRandom(seed: number): (length: number) => Uint8Array {
  const next = seededNumbers(seed)
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256))
}
