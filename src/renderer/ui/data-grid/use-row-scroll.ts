import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  drawnRange,
  followScroll,
  physicalFromVirtual,
  physicalHeight,
  type ScrollGeometry,
  type ScrollPlace,
  virtualTopShowing,
} from './row-scroll.ts'

/** Rows drawn beyond the view on each side: a fast wheel turn must not show an empty strip. */
const overscan = 10
/** A scroll event this soon after a wheel turn or a touch was made by hand. */
const byHandMs = 400
/** After this rest the scroll bar is put where it belongs. */
const restMs = 160

type Drawn = { first: number; count: number; shift: number }

export type RowScroll = {
  /** Height in px of the element that holds the rows. */
  height: number
  drawn: Drawn
  /** Rows that fit the view. */
  perPage: number
  scrollToRow: (index: number, align?: 'nearest' | 'start') => void
  firstRowInView: () => number
  toTop: () => void
}

type RowScrollOptions = {
  total: number
  rowHeight: number /** Height of the sticky head inside the scroller, px. */
  headHeight: number
}

/** Windowed scrolling of any number of rows inside `scroller`; see `row-scroll.ts` for how the places are kept. */
export function useRowScroll(
  scroller: RefObject<HTMLElement | null>,
  { total, rowHeight, headHeight }: RowScrollOptions,
): RowScroll {
  const [viewport, setViewport] = useState(600)
  const geometry = useMemo<ScrollGeometry>(() => ({ total, rowHeight, viewport }), [total, rowHeight, viewport])
  const place = useRef<ScrollPlace>({ physicalTop: 0, virtualTop: 0 })
  const [drawn, setDrawn] = useState<Drawn>({ first: 0, count: 0, shift: 0 })

  const draw = useCallback(() => {
    const { virtualTop, physicalTop } = place.current
    const range = drawnRange(geometry, virtualTop, overscan)
    const next = { ...range, shift: virtualTop - physicalTop }
    setDrawn((before) =>
      before.first === next.first && before.count === next.count && before.shift === next.shift ? before : next,
    )
  }, [geometry])

  const moveTo = useCallback(
    (virtualTop: number) => {
      const physicalTop = physicalFromVirtual(geometry, virtualTop)
      place.current = { physicalTop, virtualTop }
      if (scroller.current !== null) scroller.current.scrollTop = physicalTop
      draw()
    },
    [geometry, draw, scroller],
  )

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => setViewport(Math.max(rowHeight, element.clientHeight - headHeight))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, rowHeight, headHeight])

  // Another density, window size or count keeps the first row in view where it is.
  const before = useRef(geometry)
  useLayoutEffect(() => {
    const row = place.current.virtualTop / before.current.rowHeight
    before.current = geometry
    moveTo(virtualTopShowing(geometry, Math.round(row * geometry.rowHeight), Math.floor(row), 'nearest'))
  }, [geometry, moveTo])

  useScrollEvents(scroller, geometry, place, draw, moveTo)

  const scrollToRow = useCallback(
    (index: number, align: 'nearest' | 'start' = 'nearest') => {
      const next = virtualTopShowing(geometry, place.current.virtualTop, index, align)
      if (next !== place.current.virtualTop) moveTo(next)
    },
    [geometry, moveTo],
  )
  return {
    height: physicalHeight(geometry),
    drawn,
    perPage: Math.max(1, Math.floor(viewport / rowHeight)),
    scrollToRow,
    firstRowInView: useCallback(() => Math.ceil(place.current.virtualTop / rowHeight), [rowHeight]),
    toTop: useCallback(() => moveTo(0), [moveTo]),
  }
}

function useScrollEvents(
  scroller: RefObject<HTMLElement | null>,
  geometry: ScrollGeometry,
  place: RefObject<ScrollPlace>,
  draw: () => void,
  moveTo: (virtualTop: number) => void,
): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    let handAt = Number.NEGATIVE_INFINITY
    let rest: ReturnType<typeof setTimeout> | undefined
    function onHand(): void {
      handAt = performance.now()
    }
    function onScroll(): void {
      const physicalTop = element?.scrollTop ?? 0
      // The browser reports the places we set ourselves too, rounded to its own pixels.
      if (Math.abs(physicalTop - place.current.physicalTop) < 1) return
      const byHand = performance.now() - handAt < byHandMs
      if (byHand) onHand()
      const { place: next, realign } = followScroll(geometry, place.current, physicalTop, byHand)
      place.current = next
      if (realign) moveTo(next.virtualTop)
      else draw()
      clearTimeout(rest)
      rest = setTimeout(() => moveTo(place.current.virtualTop), restMs)
    }
    const passive = { passive: true }
    element.addEventListener('wheel', onHand, passive)
    element.addEventListener('touchmove', onHand, passive)
    element.addEventListener('scroll', onScroll, passive)
    return () => {
      clearTimeout(rest)
      element.removeEventListener('wheel', onHand)
      element.removeEventListener('touchmove', onHand)
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, geometry, place, draw, moveTo])
}
