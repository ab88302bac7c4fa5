import type { Meaning } from './status.tsx'

/** A short message in the lower corner. */
export type Toast = {
  text: string
  meaning?: Meaning
  /** Takes the step back. Shown for 10 s. A rejected promise is told to the person. */
  undo?: () => void | Promise<void>
  action?: { label: string; run: () => void }
  /** A small confirmation such as "Copied": shown for 2 s. */
  quiet?: boolean
}

export type ShownToast = Toast & { id: number; lastsMs: number }
