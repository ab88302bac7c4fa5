/** Keeps who works here: picks up a reloaded page's session, takes over sign-ins, closes sessions at lock and sign-out. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Profile, SignedIn } from '../../core/areas/people/people.model.ts'
import { useServices } from '../lib/api/services.tsx'
import { useCommits } from '../lib/live/use-live-queries.ts'
import { SessionContext, type SessionControl, type SessionState } from '../lib/session/session.tsx'

export function SessionProvider({ children }: { children: ReactNode }): ReactElement {
  const { api, tokens, line, onSessionEnded } = useServices()
  const queries = useQueryClient()
  const [state, setState] = useState<SessionState>({ kind: 'starting' })
  const [nodeKind, setNodeKind] = useState<'station' | 'hq'>('station')
  const latest = useRef(state)
  latest.current = state

  const begin = useCallback(async () => {
    try {
      const setup = await api.auth.setupStatus()
      setNodeKind(setup.node)
      if (setup.needed) return setState({ kind: 'setup' })
      const user = await tokens.resume().catch((error: unknown) => {
        // A session that has ended is no failure of the start.
        if (line.state === 'open') return null
        throw error
      })
      setState(user === null ? { kind: 'signed_out' } : { kind: 'signed_in', user })
    } catch (error) {
      setState({ kind: 'unreachable', error })
    }
  }, [api, tokens, line])

  useEffect(() => void begin(), [begin])
  useEffect(
    () =>
      line.subscribe(() => {
        if (line.state === 'open' && latest.current.kind === 'unreachable') void begin()
      }),
    [line, begin],
  )
  useEffect(
    () =>
      onSessionEnded(() => {
        const now = latest.current
        if (now.kind === 'signed_in') setState({ kind: 'locked', user: now.user })
      }),
    [onSessionEnded],
  )

  const userChanged = useCallback(
    (user: Profile) => setState((before) => (before.kind === 'signed_in' ? { kind: 'signed_in', user } : before)),
    [],
  )
  useOwnProfile(state, userChanged)

  const enter = useCallback(
    (signedIn: SignedIn) => {
      const before = latest.current
      tokens.adopt(signedIn)
      const same = before.kind === 'locked' && before.user.id === signedIn.user.id
      // What one person could see must not be shown to the next.
      if (same) void queries.invalidateQueries()
      else {
        queries.clear()
        if (before.kind === 'locked') window.history.replaceState(null, '', '/')
      }
      setState({ kind: 'signed_in', user: signedIn.user })
    },
    [tokens, queries],
  )

  const close = useCallback(
    (next: SessionState) => {
      // The screen first: whether the node hears of it must not delay hiding what is on it.
      setState(next)
      tokens
        .release()
        .then((token) => (token === null ? undefined : api.auth.logout(undefined, { context: { token, quiet: true } })))
        // A node that cannot be reached ends the session by its age.
        .catch(() => undefined)
    },
    [api, tokens],
  )

  const control = useMemo<SessionControl>(
    () => ({
      state,
      nodeKind,
      enter,
      userChanged,
      lock: () => {
        const now = latest.current
        if (now.kind === 'signed_in') close({ kind: 'locked', user: now.user })
      },
      signOut: () => {
        close({ kind: 'signed_out' })
        queries.clear()
      },
      retry: () => void begin(),
    }),
    [state, nodeKind, enter, userChanged, close, begin, queries],
  )
  return <SessionContext value={control}>{children}</SessionContext>
}

/** Roles may change while one works: the own profile is read again when a commit touches it. */
function useOwnProfile(state: SessionState, changed: (user: Profile) => void): void {
  const { api } = useServices()
  const userId = state.kind === 'signed_in' ? state.user.id : null
  useCommits((notice) => {
    if (userId === null) return
    const touched = notice.touched.user
    const mine = touched === null || touched?.includes(userId) === true
    if (!mine && !Object.hasOwn(notice.touched, 'userRole')) return
    api.auth
      .profile()
      .then(changed)
      // A session that ended over this says so itself.
      .catch(() => undefined)
  })
}
