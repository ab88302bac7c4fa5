/** Language, density and scheme: kept on this machine, and with the person while someone is signed in. */
import { createContext, useContext } from 'react'
import { z } from 'zod'
import type { Look } from '../../ui/theme/look.ts'

export type Language = 'en' | 'ar'
export type OwnLook = Look & { lang: Language }

export interface LookChoice {
  readonly look: OwnLook
  readonly railCollapsed: boolean
  change(part: Partial<OwnLook> & { railCollapsed?: boolean }): void
}

export const LookChoiceContext = createContext<LookChoice | null>(null)

/** Gives the look and how to change it. */
export function useLookChoice(): LookChoice {
  const choice = useContext(LookChoiceContext)
  if (choice === null) throw new Error('useLookChoice must be used inside LookProvider')
  return choice
}

const savedLook = z.object({
  lang: z.enum(['en', 'ar']).optional().catch(undefined),
  density: z.enum(['dense', 'default', 'gloves']).optional().catch(undefined),
  scheme: z.enum(['light', 'dark', 'auto']).optional().catch(undefined),
  rail: z.enum(['full', 'icons']).optional().catch(undefined),
})

export type SavedLook = z.infer<typeof savedLook>

/** Reads a saved look; what is missing or unknown is left out. */
export function readLook(value: unknown): SavedLook {
  const parsed = savedLook.safeParse(value)
  return parsed.success ? parsed.data : {}
}
