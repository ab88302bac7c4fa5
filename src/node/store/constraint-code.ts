/** Reads which constraint a database error means, on both engines; null when it is something else. */
export function constraintCode(error: unknown): 'already_exists' | 'still_referenced' | null {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return 'already_exists'
    if (code === '23503' || code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return 'still_referenced'
  }
  return null
}
