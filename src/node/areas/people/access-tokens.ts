/** Access tokens: JWT, HS256 and nothing else, issued and accepted by this node alone. */
import { webcrypto } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { accessTokenMs } from '../../../core/areas/people/session.rules.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'

const algorithm = 'HS256'

export interface TokenClaims {
  readonly userId: string
  readonly sessionId: string
}

export interface AccessTokens {
  issue(claims: TokenClaims): Promise<string>
  /** Who the token speaks for; throws `unauthenticated` with reason `expired` or `invalid`. Asks no database. */
  verify(token: string): Promise<TokenClaims>
}

export interface AccessTokenOptions {
  readonly key: Uint8Array
  /** This node's device id: a token of another node is not ours even if the keys were copied. */
  readonly issuer: string
  readonly clock: Clock
  readonly ids: Ids
}

export const accessTokenSeconds = accessTokenMs / 1000

export function createAccessTokens({ key, issuer, clock, ids }: AccessTokenOptions): AccessTokens {
  // Imported once: at every call it would cost more than the check itself.
  let imported: Promise<webcrypto.CryptoKey> | undefined
  const cryptoKey = () => {
    imported ??= webcrypto.subtle.importKey('raw', Buffer.from(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ])
    return imported
  }
  return {
    async issue({ userId, sessionId }) {
      const now = Math.floor(clock.nowMs() / 1000)
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setSubject(userId)
        .setIssuer(issuer)
        .setJti(ids.next())
        .setIssuedAt(now)
        .setExpirationTime(now + accessTokenSeconds)
        .sign(await cryptoKey())
    },
    async verify(token) {
      const { payload } = await jwtVerify(token, await cryptoKey(), {
        algorithms: [algorithm],
        issuer,
        typ: 'JWT',
        requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp'],
        currentDate: new Date(clock.nowMs()),
      }).catch((error: unknown) => {
        if (error instanceof errors.JWTExpired)
          throw new DomainError('unauthenticated', { reason: 'expired' }, { cause: error })
        if (error instanceof errors.JOSEError)
          throw new DomainError('unauthenticated', { reason: 'invalid' }, { cause: error })
        throw error
      })
      if (typeof payload.sub !== 'string' || typeof payload.sid !== 'string') {
        throw new DomainError('unauthenticated', { reason: 'invalid' })
      }
      return { userId: payload.sub, sessionId: payload.sid }
    },
  }
}
