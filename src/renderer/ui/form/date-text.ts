/**
 * Reads a typed calendar date. Understands `2026-11-23`, `23.11.2026`, `23/11/2026` and `20261123`, in Latin or Arabic
 * digits. Returns the ISO date, undefined for an empty text, and null for what is no date that exists.
 */
export function readDate(text: string): string | undefined | null {
  const plain = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  if (plain === '') return undefined
  const yearFirst = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(plain)
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)
  const parts = yearFirst !== null ? yearFirst.slice(1, 4) : dayFirst?.slice(1, 4).reverse()
  if (parts === undefined) return null
  const [year = '', month = '', day = ''] = parts
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  // Date turns 30 February into March; the round trip shows it.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}
