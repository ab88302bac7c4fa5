/** Who calls, from where, and under which conditions: what every transport hands to the services. */
import type { RoleGrant } from '../../core/areas/people/roles.ts'

/** A signed-in person, with the roles they hold right now. */
export interface Actor {
  readonly userId: string
  readonly username: string
  readonly displayName: string
  readonly sessionId: string
  readonly grants: readonly RoleGrant[]
  readonly homeSiteId: string | null
}

export interface CallOrigin {
  readonly transport: 'rest' | 'rpc' | 'internal'
  /** Remote address for network transports; null inside the program. */
  readonly address: string | null
}

export interface Call {
  readonly actor: Actor | null
  readonly origin: CallOrigin
  /** `rev` from the If-Match header, when the caller sent one. */
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  /** Id the caller gave to recognise its own commit in the live feed. */
  readonly callId?: string
}
