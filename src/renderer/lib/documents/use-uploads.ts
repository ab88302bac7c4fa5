/** Uploads of a panel: each file goes by itself, can be given up, and says why it was refused. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/services.tsx'
import { type UploadTarget, uploadFile } from './upload-file.ts'

export interface Upload {
  readonly key: string
  readonly fileName: string
  /** Part that has arrived, 0 to 1. */
  readonly part: number
  /** Why it failed; the row stays until it is dismissed or tried again. */
  readonly failure: unknown
}

interface Uploads {
  readonly uploads: readonly Upload[]
  send(files: readonly File[], target: UploadTarget): void
  /** Gives up an upload that runs, or takes away one that failed. */
  drop(key: string): void
  again(key: string): void
}

/** Gives uploads that run now and those that failed. Leaving the page gives them up. */
export function useUploads(): Uploads {
  const api = useApi()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, { file: File; target: UploadTarget; ending: AbortController }>())
  useEffect(() => {
    const all = running.current
    return () => {
      for (const { ending } of all.values()) ending.abort()
    }
  }, [])

  const change = useCallback((key: string, part: Partial<Upload>) => {
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  }, [])
  const takeAway = useCallback((key: string) => {
    running.current.delete(key)
    setUploads((before) => before.filter((upload) => upload.key !== key))
  }, [])
  const start = useCallback(
    async (key: string, file: File, target: UploadTarget) => {
      const ending = new AbortController()
      running.current.set(key, { file, target, ending })
      change(key, { part: 0, failure: undefined })
      try {
        await uploadFile({ api, file, target, signal: ending.signal, onProgress: (part) => change(key, { part }) })
        takeAway(key)
      } catch (failure) {
        if (ending.signal.aborted) takeAway(key)
        else change(key, { failure })
      }
    },
    [api, change, takeAway],
  )
  return {
    uploads,
    send: (files, target) => {
      const added = files.map((file) => ({ key: crypto.randomUUID(), file }))
      setUploads((before) => [
        ...before,
        ...added.map(({ key, file }) => ({ key, fileName: file.name, part: 0, failure: undefined })),
      ])
      for (const { key, file } of added) void start(key, file, target)
    },
    drop: (key) => {
      running.current.get(key)?.ending.abort()
      takeAway(key)
    },
    again: (key) => {
      const kept = running.current.get(key)
      if (kept !== undefined) void start(key, kept.file, kept.target)
    },
  }
}
