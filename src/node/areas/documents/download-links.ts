/**
 * Links a browser can open, which cannot send an Authorization header. A link carries a ticket and never a token: it is
 * good once, for one file, for sixty seconds, and acts as the person who asked for it. Kept in memory; a restart ends all.
 */
import { randomBytes } from 'node:crypto'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Actor } from '../../runtime/call.ts'

export interface DownloadGrant {
  readonly attachmentId: string
  readonly actor: Actor
  readonly inline: boolean
}

const lifetimeMs = 60_000
/** Beyond this the oldest go first, so that asking for links cannot fill the memory. */
const maxOpen = 5000

export function createDownloadLinks(clock: Clock) {
  const open = new Map<string, DownloadGrant & { endsMs: number }>()

  function forgetOld(): void {
    for (const [ticket, grant] of open) {
      if (grant.endsMs > clock.nowMs() && open.size < maxOpen) break
      open.delete(ticket)
    }
  }

  return {
    issue(grant: DownloadGrant): { path: string; expiresAt: string } {
      forgetOld()
      // Unguessable by design, so not from the seeded random source of the simulation.
      const ticket = randomBytes(32).toString('base64url')
      const endsMs = clock.nowMs() + lifetimeMs
      open.set(ticket, { ...grant, endsMs })
      return {
        path: `/api/v1/attachments/${grant.attachmentId}/content?ticket=${ticket}`,
        expiresAt: instantOf(endsMs),
      }
    },

    /** What the ticket allows, once. Refuses `download_link_spent`. */
    redeem(ticket: string, attachmentId: string): DownloadGrant {
      const grant = open.get(ticket)
      open.delete(ticket)
      if (grant === undefined || grant.endsMs <= clock.nowMs() || grant.attachmentId !== attachmentId)
        throw new DomainError('download_link_spent')
      return grant
    },
  }
}

export type DownloadLinks = ReturnType<typeof createDownloadLinks>
