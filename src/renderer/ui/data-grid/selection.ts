/**
 * Which rows are selected. `some` names them; `allExcept` is every row that matches the filter but those named, so
 * that selecting a million rows costs nothing and stays true for rows not loaded.
 */
export type Selection = { mode: 'some' | 'allExcept'; keys: ReadonlySet<string> }

export const noSelection: Selection = { mode: 'some', keys: new Set() }
export const everythingSelected: Selection = { mode: 'allExcept', keys: new Set() }

/** Tells whether the row with this key is selected. */
export function isSelected(selection: Selection, key: string): boolean {
  return selection.keys.has(key) === (selection.mode === 'some')
}

/** Counts the selected rows of `total` that match. */
export function selectionCount({ mode, keys }: Selection, total: number): number {
  return mode === 'some' ? keys.size : Math.max(0, total - keys.size)
}

/** Selects or leaves the rows with these keys; the rest stays as it is. */
export function withKeys(selection: Selection, keys: Iterable<string>, selected: boolean): Selection {
  const next = new Set(selection.keys)
  for (const key of keys) {
    if (selected === (selection.mode === 'some')) next.add(key)
    else next.delete(key)
  }
  return { mode: selection.mode, keys: next }
}

/** Turns the selection of one row round. */
export function toggleKey(selection: Selection, key: string): Selection {
  return withKeys(selection, [key], !isSelected(selection, key))
}

/** Tells how the box in the header looks: none, some or all of `total` rows selected. */
export function selectionExtent(selection: Selection, total: number): 'none' | 'some' | 'all' {
  const count = selectionCount(selection, total)
  if (count === 0) return 'none'
  return count >= total ? 'all' : 'some'
}

/** Gives a selection as plain JSON, for a command that the server carries out. */
export function selectionToJson({ mode, keys }: Selection): { mode: 'some' | 'allExcept'; keys: string[] } {
  return { mode, keys: [...keys] }
}
