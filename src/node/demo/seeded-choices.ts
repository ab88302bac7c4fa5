/** Choices from a seed: the same seed gives the same demo data, run after run. */
export interface Choices {
  /** A number from 0 up to, not including, 1. */
  share(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  /** True in this share of cases. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of the items, each as often as its weight says. */
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item
  /** Normally distributed, cut at three standard deviations. */
  normal(mean: number, deviation: number): number
}

/** Mulberry32 (T. Ettinger 2017): 32 bits of state, good enough for names and dates, useless for secrets. */
export function createChoices(seed: number): Choices {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    share,
    whole: (from, to) => from + Math.floor(share() * (to - from + 1)),
    chance: (limit) => share() < limit,
    pick: (items) => at(items, Math.floor(share() * items.length)),
    weighted: (items) => {
      let rest = share() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        rest -= weight
        if (rest < 0) return item
      }
      return at(items, items.length - 1)[0]
    },
    normal: (mean, deviation) => {
      // Box and Muller 1958; 1 - share keeps the logarithm off zero.
      const value = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
      return mean + deviation * Math.max(-3, Math.min(3, value))
    },
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
