/**
 * Where rows stand when there are more than a browser can lay out. A browser element ends at 16 to 33 million px, and
 * positions lose whole pixels above 16 million, so a list of 1,000,000 rows of 28 px cannot simply be that high.
 *
 * The scrolled element is at most `maxScrollPx` high (physical). Rows have a place in the full height (virtual).
 * Turning the wheel moves the virtual place by the same px, so scrolling feels the same in every list; dragging the
 * scroll bar maps the bar onto the whole list. Between the two places lies `shift`, subtracted when a row is drawn.
 */

/** Integers up to 16,777,216 are exact in the 32-bit floats browsers position with; half of it leaves room. */
export const maxScrollPx = 8_000_000

export type ScrollGeometry = {
  total: number
  rowHeight: number /** Visible height of the rows, px. */
  viewport: number
}
export type ScrollPlace = { physicalTop: number; virtualTop: number }

/** Height in px the scrolled element gets. */
export function physicalHeight({ total, rowHeight }: ScrollGeometry): number {
  return Math.min(total * rowHeight, maxScrollPx)
}

function travels(geometry: ScrollGeometry): { physical: number; virtual: number } {
  return {
    physical: Math.max(0, physicalHeight(geometry) - geometry.viewport),
    virtual: Math.max(0, geometry.total * geometry.rowHeight - geometry.viewport),
  }
}

/** Gives the virtual place the scroll bar points to. */
export function virtualFromPhysical(geometry: ScrollGeometry, physicalTop: number): number {
  const { physical, virtual } = travels(geometry)
  if (physical === 0) return 0
  if (physical === virtual) return physicalTop
  return Math.round(clamp(physicalTop / physical, 0, 1) * virtual)
}

/** Gives where the scroll bar belongs for a virtual place. */
export function physicalFromVirtual(geometry: ScrollGeometry, virtualTop: number): number {
  const { physical, virtual } = travels(geometry)
  if (virtual === 0) return 0
  if (physical === virtual) return virtualTop
  return Math.round(clamp(virtualTop / virtual, 0, 1) * physical)
}

/**
 * Follows a scroll event to `physicalTop`. `byHand` means a wheel or a finger: the rows move by the same px. Otherwise
 * the scroll bar was moved and the place is proportional. `realign` asks to put the bar where it belongs, because it
 * stands at an end while the list does not.
 */
export function followScroll(
  geometry: ScrollGeometry,
  before: ScrollPlace,
  physicalTop: number,
  byHand: boolean,
): { place: ScrollPlace; realign: boolean } {
  const { physical, virtual } = travels(geometry)
  if (physical === virtual || !byHand) {
    return { place: { physicalTop, virtualTop: virtualFromPhysical(geometry, physicalTop) }, realign: false }
  }
  const virtualTop = clamp(before.virtualTop + physicalTop - before.physicalTop, 0, virtual)
  const barAtEnd = physicalTop <= 0 || physicalTop >= physical
  const listAtEnd = virtualTop === 0 || virtualTop === virtual
  return { place: { physicalTop, virtualTop }, realign: barAtEnd && !listAtEnd }
}

/** Gives the virtual place that brings a row into view: unchanged when it is in view already. */
export function virtualTopShowing(
  geometry: ScrollGeometry,
  virtualTop: number,
  index: number,
  align: 'nearest' | 'start',
): number {
  const { virtual } = travels(geometry)
  const top = index * geometry.rowHeight
  const bottom = top + geometry.rowHeight
  if (align === 'start' || top < virtualTop) return clamp(top, 0, virtual)
  if (bottom > virtualTop + geometry.viewport) return clamp(bottom - geometry.viewport, 0, virtual)
  return clamp(virtualTop, 0, virtual)
}

/**
 * Gives the rows to draw: those in view and `overscan` more on both sides. The first is rounded down to a multiple of
 * `step`, so that a few px of scrolling do not draw anew.
 */
export function drawnRange(
  geometry: ScrollGeometry,
  virtualTop: number,
  overscan: number,
  step = 4,
): { first: number; count: number } {
  const inView = Math.ceil(geometry.viewport / geometry.rowHeight) + 1
  const wanted = Math.floor(virtualTop / geometry.rowHeight) - overscan
  const first = Math.max(0, Math.floor(wanted / step) * step)
  return { first, count: Math.max(0, Math.min(inView + 2 * overscan + step, geometry.total - first)) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
