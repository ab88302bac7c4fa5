/** What a query gets: a reading transaction, and the caller with the sites they may see. */

import { type SiteScope, scopeOf } from '../../core/kernel/policy.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import type { ReadTx } from '../store/engine.ts'
import type { Actor, Call } from './call.ts'

export interface Reading extends ReadTx {
  readonly call: Call
  /** The signed-in caller; throws `unauthenticated` when there is none. */
  actor(): Actor
  /** The sites at which the caller holds the permission; throws `forbidden` when there are none. */
  scope(permission: string): SiteScope
  /** Whether the caller holds the permission anywhere. */
  may(permission: string): boolean
}

export type PermissionTable = ReadonlyMap<string, ReadonlySet<string>>

export function openReading(tx: ReadTx, call: Call, permissions: PermissionTable): Reading {
  function actor(): Actor {
    if (call.actor === null) throw new DomainError('unauthenticated')
    return call.actor
  }
  function scope(permission: string): SiteScope {
    const found = scopeOf(permissions, actor().grants, permission)
    if (found.kind === 'sites' && found.siteIds.length === 0) throw new DomainError('forbidden', { permission })
    return found
  }
  return {
    dialect: tx.dialect,
    db: tx.db,
    tables: tx.tables,
    records: tx.records,
    raw: tx.raw,
    call,
    actor,
    scope,
    may: (permission) => {
      const found = scopeOf(permissions, call.actor?.grants ?? [], permission)
      return found.kind === 'all' || found.siteIds.length > 0
    },
  }
}
