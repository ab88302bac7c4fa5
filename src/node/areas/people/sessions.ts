/**
 * Sessions of this node: one per sign-in, with a refresh token that is exchanged at every use. Only hashes are stored.
 * A token that was exchanged before is remembered until it would have run out, to recognise its replay.
 */
import { and, desc, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import type { SessionView, SignInMethod } from '../../../core/areas/people/people.model.ts'
import { sessionMs } from '../../../core/areas/people/session.rules.ts'
import { instantOf } from '../../../core/kernel/clock.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { Schema } from '../../store/schema.ts'
import { digestOf, newRefreshToken } from './secret-text.ts'
import { originOf } from './sign-in-trail.ts'

export type Session = Schema['session']['$inferSelect']

export type EndReason =
  | 'signed_out'
  | 'signed_out_everywhere'
  | 'ended'
  | 'refresh_replayed'
  | 'password_changed'
  | 'password_reset'
  | 'deactivated'

interface NewSession {
  readonly id: string
  readonly userId: string
  readonly method: SignInMethod
  readonly expiresAt: string
}

/** Opens a session and returns its refresh token, which is stored nowhere. */
export async function openSession(change: Change, given: NewSession): Promise<string> {
  const { session } = change.tables
  const token = newRefreshToken()
  await change.local.insert(session).values({
    ...given,
    currentHash: digestOf(token),
    generation: 1,
    createdAt: change.at,
    lastUsedAt: change.at,
    endedAt: null,
    endReason: null,
    origin: originOf(change),
  })
  await dropOldSessions(change)
  return token
}

/** The session a refresh token belongs to, and whether the token is the current one or one that was spent before. */
export async function findByRefreshToken(
  tx: ReadTx,
  token: string,
): Promise<{ session: Session; spent: boolean } | null> {
  const { session, spentRefreshToken } = tx.tables
  const hash = digestOf(token)
  const current = await tx.db.select().from(session).where(eq(session.currentHash, hash))
  if (current[0] !== undefined) return { session: current[0], spent: false }
  const spent = await tx.db
    .select({ session })
    .from(spentRefreshToken)
    .innerJoin(session, eq(session.id, spentRefreshToken.sessionId))
    .where(eq(spentRefreshToken.hash, hash))
  return spent[0] === undefined ? null : { session: spent[0].session, spent: true }
}

/** Exchanges the session's token for a new one, which is returned. */
export async function rotateSession(change: Change, current: Session, expiresAt: string): Promise<string> {
  const { session, spentRefreshToken } = change.tables
  const token = newRefreshToken()
  await change.local
    .insert(spentRefreshToken)
    .values({ hash: current.currentHash, sessionId: current.id, spentAt: change.at })
  await change.local
    .update(session)
    .set({ currentHash: digestOf(token), generation: current.generation + 1, lastUsedAt: change.at, expiresAt })
    .where(eq(session.id, current.id))
  return token
}

/** Ends one session; returns whether it was open. */
export async function endSession(change: Change, id: string, userId: string, reason: EndReason): Promise<boolean> {
  const { session } = change.tables
  const ended = await change.local
    .update(session)
    .set({ endedAt: change.at, endReason: reason })
    .where(and(eq(session.id, id), eq(session.userId, userId), isNull(session.endedAt)))
    .returning({ id: session.id })
  return ended.length > 0
}

/** Ends all open sessions of a person but the kept one; returns how many. */
export async function endSessions(change: Change, userId: string, reason: EndReason, keptId?: string): Promise<number> {
  const { session } = change.tables
  const ended = await change.local
    .update(session)
    .set({ endedAt: change.at, endReason: reason })
    .where(
      and(
        eq(session.userId, userId),
        isNull(session.endedAt),
        keptId === undefined ? undefined : ne(session.id, keptId),
      ),
    )
    .returning({ id: session.id })
  return ended.length
}

/** The open sessions of a person, the last used first. */
export async function listSessions(tx: ReadTx, userId: string, currentId: string, now: string): Promise<SessionView[]> {
  const { session } = tx.tables
  const rows = await tx.db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), isNull(session.endedAt), gt(session.expiresAt, now)))
    .orderBy(desc(session.lastUsedAt), desc(session.id))
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    expiresAt: row.expiresAt,
    method: row.method as SignInMethod,
    origin: row.origin,
    current: row.id === currentId,
  }))
}

/** Forgets what can matter no more: sessions that ended, and tokens that would have run out, a session's length ago. */
async function dropOldSessions(change: Change): Promise<void> {
  const { session, spentRefreshToken } = change.tables
  const longAgo = instantOf(Date.parse(change.at) - sessionMs)
  await change.local.delete(spentRefreshToken).where(lte(spentRefreshToken.spentAt, longAgo))
  await change.local.delete(session).where(or(lte(session.expiresAt, longAgo), lte(session.endedAt, longAgo)))
}
