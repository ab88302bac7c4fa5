/** Sites: their list is a directory that everyone reads; changing one needs `sites.write` at that site. */

import type { InferSchemaOutput } from '@orpc/contract'
import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Site, siteFields } from '../../../core/areas/people/people.model.ts'
import type { sitesContract } from '../../../core/areas/people/sites.contract.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { type Change, findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { ReadTx } from '../../store/engine.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'

export const siteList = {
  entity: 'site',
  siteColumn: null,
  defaultSort: 'name',
  fields: {
    code: { kind: 'text' },
    name: { kind: 'text' },
    nameArabic: { kind: 'text' },
    kind: { kind: 'choice' },
    timeZone: { kind: 'text' },
    active: { kind: 'boolean' },
    createdAt: { kind: 'date' },
    updatedAt: { kind: 'date' },
  },
} as const satisfies ListSpec

type ListSites = InferSchemaOutput<(typeof sitesContract.list)['~orpc']['inputSchema'] & {}>
type SiteFields = z.infer<typeof siteFields>

export function createSitesService({ counts }: { counts: CountCache }) {
  return {
    async list(reading: Reading, input: ListSites): Promise<ListAnswer<Site>> {
      const { limit, cursor, offset, sort, q, where, ...filters } = input
      return listRows(reading, siteList, { limit, cursor, offset, sort, q, where, filters }, { kind: 'all' }, counts)
    },

    async get(reading: Reading, { id }: { id: string }): Promise<Site> {
      const [found] = await findMany(reading, 'site', [id])
      if (found === undefined) throw new DomainError('not_found', { entity: 'site', id })
      return found
    },

    async create(change: Change, input: SiteFields): Promise<Site> {
      await refuseTakenCode(change, input.code, null)
      return change.insert('site', { ...input, active: true })
    },

    async update(
      change: Change,
      { id, rev, ...patch }: Partial<SiteFields> & { id: string; rev?: number },
    ): Promise<Site> {
      if (patch.code !== undefined) await refuseTakenCode(change, patch.code, id)
      return change.update('site', id, patch, { expectedRev: rev })
    },

    /** Refuses `last_site`: people must have a place to work at. */
    async deactivate(change: Change, { id, rev }: { id: string; rev?: number }): Promise<Site> {
      const { site } = change.tables
      const others = await change.local
        .select({ n: count() })
        .from(site)
        .where(and(eq(site.active, true), isNull(site.deletedAt), ne(site.id, id)))
      if (Number(others[0]?.n ?? 0) === 0) throw new DomainError('last_site')
      return change.update('site', id, { active: false }, { expectedRev: rev })
    },

    activate: (change: Change, { id }: { id: string }): Promise<Site> => change.update('site', id, { active: true }),
  }
}

export type SitesService = ReturnType<typeof createSitesService>

async function refuseTakenCode(tx: ReadTx, code: string, ownId: string | null): Promise<void> {
  const { site } = tx.tables
  const rows = await tx.db.select({ id: site.id }).from(site).where(eq(site.code, code))
  if (rows[0] !== undefined && rows[0].id !== ownId)
    throw new DomainError('site_code_taken', { code }, { field: 'code' })
}
