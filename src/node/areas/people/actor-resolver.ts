/**
 * Who stands behind an access token, right now. The token proves which session calls; whether that session still holds,
 * and which roles the person has, is read from the database at every call, in one query. So a deactivation, a changed
 * role and a logout take effect at once.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { ActorResolver } from '../../http/call-from-headers.ts'
import type { Engine } from '../../store/engine.ts'
import type { AccessTokens } from './access-tokens.ts'

interface ResolverParts {
  readonly engine: Engine
  readonly tokens: AccessTokens
  readonly clock: Clock
}

/** Throws `unauthenticated` with reason `expired`, `invalid`, `ended` or `inactive`. */
export function createActorResolver({ engine, tokens, clock }: ResolverParts): ActorResolver {
  return {
    async resolveActor(accessToken) {
      const claims = await tokens.verify(accessToken)
      const rows = await engine.read((tx) => {
        const { session, user, userRole, credential } = tx.tables
        return tx.db
          .select({
            ownerId: session.userId,
            endedAt: session.endedAt,
            expiresAt: session.expiresAt,
            username: user.username,
            displayName: user.displayName,
            homeSiteId: user.homeSiteId,
            active: user.active,
            deletedAt: user.deletedAt,
            mustChange: credential.mustChange,
            role: userRole.role,
            siteId: userRole.siteId,
          })
          .from(session)
          .innerJoin(user, eq(user.id, session.userId))
          .leftJoin(credential, and(eq(credential.userId, user.id), eq(credential.kind, 'password')))
          .leftJoin(userRole, and(eq(userRole.userId, user.id), isNull(userRole.deletedAt)))
          .where(eq(session.id, claims.sessionId))
      })
      const found = rows[0]
      if (
        found === undefined ||
        found.ownerId !== claims.userId ||
        found.endedAt !== null ||
        found.expiresAt <= instantOf(clock.nowMs())
      ) {
        throw new DomainError('unauthenticated', { reason: 'ended' })
      }
      if (!found.active || found.deletedAt !== null) throw new DomainError('unauthenticated', { reason: 'inactive' })
      // Until a password that someone else chose is changed, nothing is open but the own account.
      const grants =
        found.mustChange === true ? [] : rows.flatMap(({ role, siteId }) => (role === null ? [] : [{ role, siteId }]))
      return {
        userId: claims.userId,
        username: found.username,
        displayName: found.displayName,
        sessionId: claims.sessionId,
        grants,
        homeSiteId: found.homeSiteId,
      }
    },
  }
}
