import { useEffect, useMemo, useRef, useState } from 'react'

export type Option = { value: string; label: string; disabled?: boolean }
export type LoadOptions = (text: string, signal: AbortSignal) => Promise<readonly Option[]>

/** Rest after the last key before the loader is asked. */
const restMs = 120

/**
 * Gives the options of a choice: the list, or what the loader answers to the text typed. Options picked before stay
 * known, so that their labels can be shown after the text changed.
 */
export function useOptions(
  options: readonly Option[] | undefined,
  load: LoadOptions | undefined,
  text: string,
  opened: boolean,
): { options: readonly Option[]; searching: boolean; remember: (picked: readonly Option[]) => void } {
  const [found, setFound] = useState<readonly Option[]>([])
  const [searching, setSearching] = useState(false)
  const [kept, setKept] = useState<readonly Option[]>([])
  const latest = useRef(load)
  latest.current = load
  const loads = load !== undefined
  useEffect(() => {
    if (!loads || !opened) return undefined
    const controller = new AbortController()
    setSearching(true)
    const timer = setTimeout(() => {
      latest.current?.(text, controller.signal).then(
        (answer) => {
          if (controller.signal.aborted) return
          setFound(answer)
          setSearching(false)
        },
        () => {
          if (!controller.signal.aborted) setSearching(false)
        },
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [loads, text, opened])
  const all = useMemo(
    () =>
      loads ? [...new Map([...kept, ...found].map((option) => [option.value, option])).values()] : (options ?? []),
    [loads, kept, found, options],
  )
  return { options: all, searching, remember: setKept }
}
