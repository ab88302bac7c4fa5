/**
 * The fields of a form that differ from what was there, as a change command takes them: a field left blank becomes null.
 * Sending only these keeps what somebody else changed meanwhile, and asks for no right the change does not need.
 */
export function changedFields<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const changed: Partial<Fields> = {}
  for (const key of Object.keys(before) as (keyof Fields)[]) {
    const value = (after[key] ?? null) as Fields[keyof Fields]
    if (JSON.stringify(value) !== JSON.stringify(before[key] ?? null)) changed[key] = value
  }
  return changed
}
