import type { IconName } from '../icon-shapes.tsx'

/** What the command palette offers: actions, and groups of found records. */
export type PaletteAction = {
  id: string
  label: string
  icon?: IconName
  keys?: string
  group?: string /** Other words people may type. */
  also?: string
  run: () => void
}
export type PaletteRecord = {
  id: string
  label: string
  detail?: string
  mono?: string
  icon?: IconName
  run: () => void
}
export type PaletteGroup = { label: string; items: readonly PaletteRecord[] }
