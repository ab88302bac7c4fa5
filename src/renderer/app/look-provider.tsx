/** Keeps language, density and scheme, and draws everything below in them. */
import type { i18n as I18n } from 'i18next'
import { type ReactElement, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { isAbort } from '../lib/api/api-error.ts'
import { useApi } from '../lib/api/services.tsx'
import { type Language, LookChoiceContext, type OwnLook, readLook } from '../lib/look/look-choice.tsx'
import { SessionContext } from '../lib/session/session.tsx'
import { uiTextsAr } from '../ui/texts/ui-texts.ar.ts'
import { uiTextsEn } from '../ui/texts/ui-texts.en.ts'
import { UiRoot } from '../ui/theme/ui-root.tsx'
import { switchLanguage } from './i18n/start-i18n.ts'
import { rememberLook } from './look-memory.ts'

type Change = Partial<OwnLook> & { railCollapsed?: boolean }

export function LookProvider({
  i18n,
  first,
  children,
}: {
  i18n: I18n
  first: OwnLook
  children: ReactNode
}): ReactElement {
  const session = useContext(SessionContext)
  const user = session?.state.kind === 'signed_in' ? session.state.user : null
  const [look, setLook] = useState(first)
  const [railCollapsed, setRailCollapsed] = useState(false)
  const keep = useKeepWithPerson()

  const show = useCallback(
    async (change: Change) => {
      // The texts first, so that no half of the page speaks another language.
      if (change.lang !== undefined) await switchLanguage(i18n, change.lang)
      const { railCollapsed: rail, ...own } = change
      setLook((before) => ({ ...before, ...own }))
      if (rail !== undefined) setRailCollapsed(rail)
      rememberLook(own)
    },
    [i18n],
  )

  const userId = user?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken over once per person, not at each change of theirs
  useEffect(() => {
    if (user === null) return
    const { rail, ...saved } = readLook({ ...user.preferences, lang: user.language })
    void show({ ...saved, railCollapsed: rail === 'icons' })
  }, [userId])

  const choice = useMemo(
    () => ({
      look,
      railCollapsed,
      change: (part: Change) => {
        void show(part)
        keep(part)
      },
    }),
    [look, railCollapsed, show, keep],
  )
  return (
    <LookChoiceContext value={choice}>
      <UiRoot look={look} texts={look.lang === 'ar' ? uiTextsAr : uiTextsEn}>
        {children}
      </UiRoot>
    </LookChoiceContext>
  )
}

/** Saves a changed look with the person signed in. */
function useKeepWithPerson(): (part: Change) => void {
  const session = useContext(SessionContext)
  const api = useApi()
  const latest = useRef(session)
  latest.current = session
  return useCallback(
    (part) => {
      const control = latest.current
      if (control?.state.kind !== 'signed_in') return
      const { user } = control.state
      const preferences = {
        ...user.preferences,
        ...(part.density === undefined ? {} : { density: part.density }),
        ...(part.scheme === undefined ? {} : { scheme: part.scheme }),
        ...(part.railCollapsed === undefined ? {} : { rail: part.railCollapsed ? 'icons' : 'full' }),
      }
      const language: Language = part.lang ?? user.language
      api.auth
        .updateProfile({ language, preferences }, { context: { quiet: true } })
        .then((saved) => control.userChanged(saved))
        .catch((error: unknown) => {
          // The page already shows the choice and this machine remembers it; only the person's copy waits for the next change.
          if (isAbort(error)) throw error
        })
    },
    [api],
  )
}
