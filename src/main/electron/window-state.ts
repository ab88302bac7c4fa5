import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

/** Smallest window in which the frame, a list and the inspector fit beside each other, in device-independent pixels. */
export const minimumSize = { width: 960, height: 640 }

const defaultSize = { width: 1440, height: 900 }

/** This much of the window must lie on a screen, so that its title bar can be reached. */
const visiblePixels = 120

const windowStateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
})

/** Where a window was when it was last seen. `bounds` are those of the window when not maximised. */
export type WindowState = z.infer<typeof windowStateSchema>

/** How the window is to be opened; without a position the system centres it. */
export interface Placement {
  width: number
  height: number
  x?: number
  y?: number
  maximized: boolean
}

/**
 * Places the window where it was, unless that is unreadable or off every screen (a monitor was unplugged); then in
 * the standard size. Never larger than the largest screen. `workAreas` are the screens without task bars.
 */
export function placeWindow(saved: unknown, workAreas: readonly Rectangle[]): Placement {
  const state = windowStateSchema.safeParse(saved)
  const widest = Math.max(minimumSize.width, ...workAreas.map((area) => area.width))
  const highest = Math.max(minimumSize.height, ...workAreas.map((area) => area.height))
  const size = (wanted: { width: number; height: number }) => ({
    width: Math.max(minimumSize.width, Math.min(wanted.width, widest)),
    height: Math.max(minimumSize.height, Math.min(wanted.height, highest)),
  })
  if (!state.success) return { ...size(defaultSize), maximized: false }
  const { bounds, maximized } = state.data
  if (!workAreas.some((area) => isReachable(bounds, area))) return { ...size(bounds), maximized }
  return { ...size(bounds), x: bounds.x, y: bounds.y, maximized }
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return overlap >= visiblePixels && bounds.y >= area.y && bounds.y <= area.y + area.height - visiblePixels
}

/** Reads the state to keep from a window that is about to close. */
export function readWindowState(window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
}
