/**
 * Keeps the tokens of a session: the access token in memory only, the refresh token in the tab's session storage so that
 * a reload needs no new sign-in. Renews once before the access token runs out and whenever a call is refused; however
 * many calls need it at that moment, there is one renewal, because a refresh token that is used twice ends the session.
 *
 * A copied tab would copy the refresh token with it. The tab that holds the lock of the session owns it; a copy finds the
 * lock taken and starts without a session.
 */
import type { Profile, SignedIn } from '../../../core/areas/people/people.model.ts'
import { ApiError, toApiError } from './api-error.ts'

export interface TokenKeeper {
  /** The access token, renewed when it is about to run out; null when nobody is signed in. */
  accessToken(): Promise<string | null>
  /** Renews although the token looked good: a node that was restored refuses it. */
  renew(): Promise<void>
  adopt(signedIn: SignedIn): void
  forget(): void
  /** Forgets the session at once, and then gives a token to end it with at the node; null when it has ended already. */
  release(): Promise<string | null>
  /** Picks up the session of a page that was reloaded; null when there is none or it has ended. */
  resume(): Promise<Profile | null>
}

interface KeeperParts {
  readonly storage: Storage
  readonly locks: LockManager | undefined
  refresh(refreshToken: string): Promise<SignedIn>
  /** The session ended while it was in use. */
  onEnded(): void
  nowMs(): number
  /** How long a reloaded page waits for its former self to let go of the session. */
  readonly lockWaitMs?: number
}

const storageKey = 'reprotech.session'
/** Renew this long before the end: longer than any call takes to arrive. */
const marginMs = 60_000
const usualLockWaitMs = 1_500

interface Kept {
  readonly id: string
  readonly refreshToken: string
}

export function createTokenKeeper(parts: KeeperParts): TokenKeeper {
  let access: { token: string; endsAtMs: number } | null = null
  let renewing: Promise<SignedIn> | null = null
  let releaseLock: (() => void) | null = null

  function kept(): Kept | null {
    const text = parts.storage.getItem(storageKey)
    if (text === null) return null
    try {
      const { id, refreshToken } = JSON.parse(text) as Partial<Kept>
      return typeof id === 'string' && typeof refreshToken === 'string' ? { id, refreshToken } : null
    } catch {
      // Not ours, or cut off: the same as no session.
      return null
    }
  }

  function keep(signedIn: SignedIn, id: string): void {
    access = { token: signedIn.accessToken, endsAtMs: parts.nowMs() + signedIn.expiresIn * 1000 }
    parts.storage.setItem(storageKey, JSON.stringify({ id, refreshToken: signedIn.refreshToken }))
  }

  function forget(): void {
    access = null
    parts.storage.removeItem(storageKey)
    releaseLock?.()
    releaseLock = null
  }

  /** Resolves to whether this tab owns the session now. */
  function own(id: string): Promise<boolean> {
    const { locks } = parts
    if (locks === undefined) return Promise.resolve(true)
    return new Promise((resolve) => {
      locks
        .request(`${storageKey}.${id}`, { signal: AbortSignal.timeout(parts.lockWaitMs ?? usualLockWaitMs) }, () => {
          resolve(true)
          return new Promise<void>((release) => {
            releaseLock = release
          })
        })
        .catch(() => resolve(false))
    })
  }

  async function exchange(): Promise<SignedIn> {
    const session = kept()
    if (session === null) throw new ApiError('unauthenticated', { reason: 'ended' })
    try {
      const signedIn = await parts.refresh(session.refreshToken)
      // The session may have been given up while the answer was on its way.
      if (kept()?.id === session.id) keep(signedIn, session.id)
      return signedIn
    } catch (error) {
      const { code } = toApiError(error)
      // A broken line says nothing about the session; any refusal ends it.
      if (code !== 'unavailable' && code !== 'internal_error' && kept()?.id === session.id) {
        forget()
        parts.onEnded()
      }
      throw error
    }
  }

  function renewOnce(): Promise<SignedIn> {
    renewing ??= exchange().finally(() => {
      renewing = null
    })
    return renewing
  }

  return {
    async accessToken() {
      if (kept() === null) return null
      if (access === null || access.endsAtMs - marginMs <= parts.nowMs()) await renewOnce()
      return access?.token ?? null
    },
    async renew() {
      await renewOnce()
    },
    adopt(signedIn) {
      forget()
      const id = crypto.randomUUID()
      keep(signedIn, id)
      void own(id)
    },
    forget,
    async release() {
      const session = kept()
      const usable = access !== null && access.endsAtMs > parts.nowMs() ? access.token : null
      const inFlight = renewing
      forget()
      if (session === null) return null
      if (inFlight !== null) return (await inFlight).accessToken
      return usable ?? (await parts.refresh(session.refreshToken)).accessToken
    },
    async resume() {
      const session = kept()
      if (session === null) return null
      if (!(await own(session.id))) {
        // The copy must not spend the token of the tab it was copied from.
        parts.storage.removeItem(storageKey)
        return null
      }
      return (await renewOnce()).user
    },
  }
}
