/** Writes what happens at the door into the audit trail. Secrets never come here. */
import type { RefusalReason, SignInEventName, SignInMethod } from '../../../core/areas/people/people.model.ts'
import type { Change } from '../../runtime/change.ts'

export interface SignInFact {
  readonly event: SignInEventName
  /** Null when the name given is nobody's. */
  readonly userId: string | null
  readonly username: string
  readonly method?: SignInMethod | 'reset_code'
  readonly reason?: RefusalReason
}

/** Notes one fact; it commits with the command, also when the call is refused after commit. */
export async function noteSignIn(change: Change, fact: SignInFact): Promise<void> {
  await change.insert('signInEvent', {
    userId: fact.userId,
    usernameGiven: fact.userId === null ? maskName(fact.username) : fact.username,
    event: fact.event,
    method: fact.method ?? null,
    reason: fact.reason ?? null,
    origin: originOf(change),
  })
}

/** Address a call came from, or the transport where there is none. */
export function originOf(change: Pick<Change, 'call'>): string {
  return change.call.origin.address ?? change.call.origin.transport
}

/** The beginning of a name that nobody has: enough to recognise a slip of the finger, not enough to be the password
 * that someone typed into the wrong field. */
function maskName(name: string): string {
  const signs = [...name]
  return `${signs.slice(0, Math.min(2, Math.floor(signs.length / 2))).join('')}…`
}
