import { type KeyPress, keyName } from '../shortcuts/key-name.ts'

/** What a key does in a grid. */
export type GridAction =
  | { kind: 'move'; to: number; extend: boolean }
  | { kind: 'toggle' }
  | { kind: 'selectAll' }
  | { kind: 'clear' }
  | { kind: 'open' }
  | { kind: 'copy' }

export type GridPlace = {
  /** Active row, or null when none is. */
  active: number | null
  total: number
  perPage: number
  firstInView: number
}

const toggles = new Set(['Space', 'X', 'Ctrl+Space'])

/** Tells what a key press does in a grid, or null when it is not the grid's. Rows are counted from 0. */
export function gridAction(press: KeyPress, { active, total, perPage, firstInView }: GridPlace): GridAction | null {
  const name = keyName(press)
  if (name === null || total === 0) return null
  if (toggles.has(name)) return { kind: 'toggle' }
  if (name === 'Ctrl+A') return { kind: 'selectAll' }
  if (name === 'Ctrl+C') return { kind: 'copy' }
  if (name === 'Esc') return { kind: 'clear' }
  if (name === 'Enter') return active === null ? null : { kind: 'open' }
  const extend = press.shiftKey && name.startsWith('Shift+')
  const to = targetOf(extend ? name.slice('Shift+'.length) : name, active, perPage, total)
  if (to === null) return null
  // The first key in a grid without an active row goes to the first row one sees.
  const from = active === null && Number.isFinite(to) ? firstInView : to
  return { kind: 'move', to: Math.min(total - 1, Math.max(0, from)), extend }
}

function targetOf(name: string, active: number | null, perPage: number, total: number): number | null {
  const at = active ?? 0
  switch (name) {
    case 'Down':
    case 'J':
      return at + 1
    case 'Up':
    case 'K':
      return at - 1
    case 'PageDown':
      return at + perPage
    case 'PageUp':
      return at - perPage
    case 'Home':
    case 'Ctrl+Home':
      return Number.NEGATIVE_INFINITY
    case 'End':
    case 'Ctrl+End':
      return total === 0 ? null : Number.POSITIVE_INFINITY
    default:
      return null
  }
}
