/** Who works at this screen, and what they may do. Rights are checked by the node; screens only hide what it would refuse. */
import { createContext, useContext } from 'react'
import type { Profile, SignedIn } from '../../../core/areas/people/people.model.ts'
import { scopeOf, scopeReaches } from '../../../core/kernel/policy.ts'
import { permissions } from '../../../core/policies.ts'

export type SessionState =
  | { readonly kind: 'starting' }
  /** The node does not answer; `retry` asks again. */
  | { readonly kind: 'unreachable'; readonly error: unknown }
  /** Nobody exists yet. */
  | { readonly kind: 'setup' }
  | { readonly kind: 'signed_out' }
  /** The screen is locked: whoever worked here is remembered, their session is closed. */
  | { readonly kind: 'locked'; readonly user: Profile }
  | { readonly kind: 'signed_in'; readonly user: Profile }

export interface SessionControl {
  readonly state: SessionState
  readonly nodeKind: 'station' | 'hq'
  /** Takes over what a sign-in answered. */
  enter(signedIn: SignedIn): void
  /** Reads the own profile again after it was changed. */
  userChanged(user: Profile): void
  lock(): void
  signOut(): void
  retry(): void
}

export const SessionContext = createContext<SessionControl | null>(null)

/** Gives state and control of the session. */
export function useSession(): SessionControl {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession must be used inside SessionProvider')
  return session
}

/** Gives the person signed in (or, behind a lock, the one who was). Throws on screens before sign-in. */
export function useUser(): Profile {
  const { state } = useSession()
  if (state.kind !== 'signed_in' && state.kind !== 'locked') throw new Error('nobody is signed in')
  return state.user
}

export type May = (permission: string, siteId?: string | null) => boolean

/** Gives whether the person holds a permission anywhere, or at the site given (null: at a record shared by all sites). */
export function useMay(): May {
  const user = useUser()
  return (permission, siteId) => {
    if (user.mustChangePassword) return false
    const scope = scopeOf(permissions, user.roles, permission)
    return siteId === undefined ? scopeReaches(scope, null) : scopeReaches(scope, siteId)
  }
}
