/** Reads from a request's headers who calls and under which conditions. The same for REST and for calls over `/rpc`,
 * where each call carries its own headers inside the message; so no token ever stands in an address. */
import { DomainError } from '../../core/kernel/refusal.ts'
import type { Actor, Call, CallOrigin } from '../runtime/call.ts'

export interface ActorResolver {
  /** The signed-in person behind an access token; throws `unauthenticated` when it is forged, expired or ended. */
  resolveActor(accessToken: string): Promise<Actor>
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const maxKeyLength = 200

export async function callFromHeaders(headers: Headers, origin: CallOrigin, resolver: ActorResolver): Promise<Call> {
  const authorization = single(headers, 'authorization')
  const actor = authorization === undefined ? null : await resolver.resolveActor(bearer(authorization))
  const idempotencyKey = single(headers, 'idempotency-key')
  if (idempotencyKey !== undefined && (idempotencyKey === '' || idempotencyKey.length > maxKeyLength)) {
    throw new DomainError('validation_failed', { issues: [{ path: 'Idempotency-Key', code: 'invalid' }] })
  }
  return {
    actor,
    origin,
    ifMatch: revFrom(single(headers, 'if-match')),
    idempotencyKey,
    callId: single(headers, 'reprotech-call'),
  }
}

function bearer(authorization: string): string {
  const match = /^Bearer ([\w.~+/-]+=*)$/.exec(authorization)
  if (match?.[1] === undefined) throw new DomainError('unauthenticated')
  return match[1]
}

/** `If-Match: "3"` or `3`; `*` matches any revision. */
function revFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === '*') return undefined
  const match = /^"?(\d{1,15})"?$/.exec(text)
  if (match === null) throw new DomainError('validation_failed', { issues: [{ path: 'If-Match', code: 'invalid' }] })
  return Number(match[1])
}

function single(headers: Headers, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}
