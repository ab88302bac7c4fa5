import { createContext, useContext } from 'react'

export type Scheme = 'light' | 'dark' | 'auto'
export type Density = 'dense' | 'default' | 'gloves'
export type Direction = 'ltr' | 'rtl'

/** How a person wants to see the product. Kept by whoever renders UiRoot; the kit stores nothing. */
export type Look = { scheme: Scheme; density: Density; lang: string }

/** The look as it is drawn now: `auto` is settled, and what follows from the choices is worked out. */
export type ResolvedLook = Look & { resolvedScheme: 'light' | 'dark'; dir: Direction; rowHeight: number }

const rowHeights: Record<Density, number> = { dense: 28, default: 36, gloves: 56 }

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** Gives the reading direction of a language tag, judged by its first part. */
export function directionOf(lang: string): Direction {
  return rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** Works out direction, scheme and row height (px) of a look; `systemIsDark` settles `auto`. */
export function resolveLook(look: Look, systemIsDark: boolean): ResolvedLook {
  return {
    ...look,
    resolvedScheme: look.scheme === 'auto' ? (systemIsDark ? 'dark' : 'light') : look.scheme,
    dir: directionOf(look.lang),
    rowHeight: rowHeights[look.density],
  }
}

export const LookContext = createContext<ResolvedLook>(
  resolveLook({ scheme: 'light', density: 'default', lang: 'en' }, false),
)

/** Gives the look that applies at this place in the tree. */
export function useLook(): ResolvedLook {
  return useContext(LookContext)
}
