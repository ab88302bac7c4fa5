/** How alike two texts are, 0 to 1, for finding records that were entered twice. Both measures are symmetric. */

/**
 * Jaro similarity: characters found at about the same place, less half of those out of order (Jaro 1989, JASA 84,
 * 414-420). Compares UTF-16 units, which is exact for Latin and Arabic names.
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1
  if (left.length === 0 || right.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  const taken = new Uint8Array(right.length)
  const matched: number[] = []
  for (let at = 0; at < left.length; at += 1) {
    const last = Math.min(right.length - 1, at + reach)
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (taken[other] === 1 || left[at] !== right[other]) continue
      taken[other] = 1
      matched.push(at)
      break
    }
  }
  const matches = matched.length
  if (matches === 0) return 0
  let outOfOrder = 0
  let other = 0
  for (const at of matched) {
    while (taken[other] !== 1) other += 1
    if (left[at] !== right[other]) outOfOrder += 1
    other += 1
  }
  return (matches / left.length + matches / right.length + (matches - outOfOrder / 2) / matches) / 3
}

/** Weight of each common leading character and how many of them count (Winkler 1990, section 2). */
const prefixWeight = 0.1
const prefixLength = 4

/** Jaro-Winkler similarity: Jaro, raised when the texts begin alike, because typing errors are rare there. */
export function jaroWinkler(left: string, right: string): number {
  const base = jaro(left, right)
  let common = 0
  while (common < prefixLength && common < left.length && left[common] === right[common]) common += 1
  return base + common * prefixWeight * (1 - base)
}

/** Sorensen-Dice coefficient of the sets of trigrams, the texts padded by two blanks in front and one behind. */
export function trigramSimilarity(left: string, right: string): number {
  if (left === right) return 1
  const first = trigrams(left)
  const second = trigrams(right)
  let shared = 0
  for (const gram of first) if (second.has(gram)) shared += 1
  return (2 * shared) / (first.size + second.size)
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3))
  return grams
}
