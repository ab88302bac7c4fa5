import { useEffect, useRef, useState } from 'react'

/** Where drafts are kept; given by the product, for example in the station. */
export type DraftStorage = {
  read: (key: string) => Promise<string | null>
  write: (key: string, text: string) => Promise<void>
  remove: (key: string) => Promise<void>
}

type DraftOptions = {
  /** Names the draft: the form and the record it belongs to. */
  key: string
  storage: DraftStorage
  values: unknown
  dirty: boolean
  /** Gets the values of a draft found when the form opens. */
  onRestore: (values: unknown) => void
}

/** Rest after the last change before the draft is kept. */
const restMs = 600

/**
 * Keeps what is typed while it is not saved, and brings it back when the form is opened again. Call `discard` after
 * saving and when the person starts over.
 */
export function useDraft({ key, storage, values, dirty, onRestore }: DraftOptions): {
  restored: boolean
  savedAt: number | null
  discard: () => Promise<void>
} {
  const [restored, setRestored] = useState(false)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [ready, setReady] = useState(false)
  const latest = useRef({ storage, onRestore })
  latest.current = { storage, onRestore }

  useEffect(() => {
    let gone = false
    setReady(false)
    latest.current.storage.read(key).then(
      (text) => {
        if (gone) return
        const found = text === null ? undefined : parseJson(text)
        if (found !== undefined) {
          latest.current.onRestore(found)
          setRestored(true)
        }
        setReady(true)
      },
      // A draft that cannot be read is no reason to keep a person from the form.
      () => setReady(true),
    )
    return () => {
      gone = true
    }
  }, [key])

  const text = dirty ? JSON.stringify(values) : null
  useEffect(() => {
    if (!ready || text === null) return undefined
    const timer = setTimeout(() => {
      latest.current.storage.write(key, text).then(
        () => setSavedAt(Date.now()),
        () => setSavedAt(null),
      )
    }, restMs)
    return () => clearTimeout(timer)
  }, [ready, text, key])

  return {
    restored,
    savedAt,
    discard: async () => {
      setRestored(false)
      setSavedAt(null)
      await storage.remove(key)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Written by another version or cut short: treated as no draft.
    return undefined
  }
}
