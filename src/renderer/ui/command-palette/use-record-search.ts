import { useEffect, useState } from 'react'
import type { PaletteGroup } from './palette-entries.ts'

type Search = (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>
type Found = { groups: readonly PaletteGroup[]; searching: boolean; failed: boolean }

const nothing: Found = { groups: [], searching: false, failed: false }

/** Rest after the last key before records are asked for. */
const restMs = 50

/** Asks for the records that match a text. What was found stays on screen until the next answer is there. */
export function useRecordSearch(text: string, search: Search | undefined): Found {
  const [found, setFound] = useState<Found>(nothing)
  const asked = text.trim()
  useEffect(() => {
    if (search === undefined || asked === '') {
      setFound(nothing)
      return undefined
    }
    const controller = new AbortController()
    setFound((before) => ({ ...before, searching: true, failed: false }))
    const timer = setTimeout(() => {
      search(asked, controller.signal).then(
        (groups) => {
          if (!controller.signal.aborted) setFound({ groups, searching: false, failed: false })
        },
        () => {
          if (!controller.signal.aborted) setFound({ groups: [], searching: false, failed: true })
        },
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked, search])
  return found
}
