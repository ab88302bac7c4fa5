/** One measured figure. `value` is in `unit` (`ms`, `us`, `rows/s`, `MB`, `ms p95`); `ok` tells whether `goal` is met. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** `value` divided by the figure of `against`, taken in the same run on the same data. */
  ratio?: number
  against?: string
  /** The goal in words with its bound, as in architecture.md 8: `p95 < 20 ms`, `<= 1.3x`. */
  goal?: string
  ok?: boolean
}

/** A benchmark: measures and emits its figures; throws when it could not measure. */
export type Bench = (emit: (figure: Figure) => void) => Promise<void> | void
