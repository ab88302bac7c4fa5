/** Reading and writing of numbers as people type them. */

/**
 * Reads a typed number: Arabic and Persian digits, a comma as decimal sign and a typographic minus are understood.
 * Returns undefined for an empty text and null for what is no number.
 */
export function readNumber(text: string): number | undefined | null {
  const plain = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[−–]/g, '-')
    .replace(/[,٫]/g, '.')
    .replace(/[\s\u200e\u200f\u061c]/g, '')
  if (plain === '') return undefined
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  return Number(plain)
}

/** Writes a number for a field, with at most `decimals` places and a point. */
export function writeNumber(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)))
}

/** Adds a step to a number without the digits binary fractions leave behind, kept within the limits. */
export function stepNumber(
  value: number | undefined,
  step: number,
  min: number | undefined,
  max: number | undefined,
  decimals: number,
): number {
  const from = value ?? (step > 0 ? (min ?? 0) - step : (max ?? 0) - step)
  const next = Number((from + step).toFixed(decimals))
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, next))
}
