/**
 * RFC 8785 (JSON Canonicalization Scheme): one byte-for-byte form per value, so that a hash means the same on every
 * device and in a verifier written by someone else. Keys are sorted by UTF-16 code unit, numbers print as ECMAScript
 * prints them, `undefined` members are left out. NaN and infinities have no JSON form and are refused.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonicalJson: number has no JSON form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') {
    const record = value as Record<string, unknown>
    const parts: string[] = []
    for (const key of Object.keys(record).sort()) {
      const member = record[key]
      if (member !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(member)}`)
    }
    return `{${parts.join(',')}}`
  }
  throw new TypeError(`canonicalJson: ${typeof value} has no JSON form`)
}
