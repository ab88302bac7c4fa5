/** Reads of the audit trail and of a record's history, from changesets alone. */
import { and, desc, eq, gte, inArray, like, lt, lte, or, type SQL } from 'drizzle-orm'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { ChangeOp } from '../../../core/sync/changeset.ts'
import type { Reading } from '../../runtime/reading.ts'
import { declarationOf, type EntityName, entityNames } from '../../store/entities.ts'
import { auditEntryOf } from './audit-entry.ts'

interface AuditInput {
  readonly limit: number
  readonly cursor?: string
  readonly userId?: string
  readonly action?: string
  readonly entity?: string
  readonly id?: string
  readonly from?: string
  readonly to?: string
}

interface Page {
  items: AuditEntry[]
  nextCursor: string | null
}

/** Entities whose history only those who read the audit trail may see. */
const auditOnly: ReadonlySet<string> = new Set(['signInEvent', 'user', 'nodeSetting'])

export const qualityQueries = {
  async audit(reading: Reading, input: AuditInput): Promise<Page> {
    const { changeSet } = reading.tables
    const conditions: (SQL | undefined)[] = []
    if (input.userId !== undefined) conditions.push(eq(changeSet.userId, input.userId))
    if (input.action !== undefined)
      conditions.push(or(eq(changeSet.action, input.action), like(changeSet.action, `${plain(input.action)}.%`)))
    if (input.from !== undefined) conditions.push(gte(changeSet.committedAt, input.from))
    if (input.to !== undefined) conditions.push(lte(changeSet.committedAt, input.to))
    if (input.entity !== undefined && input.id !== undefined)
      return page(reading, input, conditions, { entity: input.entity, id: input.id })
    return page(reading, input, conditions, null)
  },

  async auditEntry(reading: Reading, input: { id: string }): Promise<AuditEntry> {
    const { changeSet } = reading.tables
    const [row] = await reading.db.select().from(changeSet).where(eq(changeSet.id, input.id))
    if (row === undefined) throw new DomainError('not_found', { entity: 'changeset', id: input.id })
    return auditEntryOf(row, { all: true })
  },

  async history(
    reading: Reading,
    input: { entity: string; id: string; limit: number; cursor?: string },
  ): Promise<Page> {
    const entity = entityNames.find((name) => name === input.entity)
    if (entity === undefined) throw new DomainError('not_found', { entity: input.entity, id: input.id })
    await requireVisible(reading, entity, input.id)
    return page(reading, input, [], { entity, id: input.id })
  },
}

/** A record at a site the caller has no role at keeps its history to itself, like the record. */
async function requireVisible(reading: Reading, entity: EntityName, id: string): Promise<void> {
  const scope = reading.scope(auditOnly.has(entity) ? 'quality.audit' : 'quality.history')
  const table = reading.tables[entity] as Reading['tables']['animal']
  const [row] = (await reading.db.select().from(table).where(eq(table.id, id)).limit(1)) as Record<string, unknown>[]
  if (row === undefined) throw new DomainError('not_found', { entity, id })
  const { root } = declarationOf(entity)
  if (root !== null) return requireVisible(reading, root.entity, row[root.idField] as string)
  if (!scopeReaches(scope, (row.siteId as string | null | undefined) ?? null))
    throw new DomainError('not_found', { entity, id })
}

async function page(
  reading: Reading,
  input: { limit: number; cursor?: string },
  conditions: (SQL | undefined)[],
  record: { entity: string; id: string } | null,
): Promise<Page> {
  const { changeSet, changeEntry } = reading.tables
  const parts = [...conditions]
  if (input.cursor !== undefined) parts.push(beforeCursor(reading, input.cursor))
  const query = reading.db.select({ row: changeSet }).from(changeSet)
  const joined =
    record === null
      ? query.where(and(...parts))
      : query
          .innerJoin(changeEntry, and(eq(changeEntry.device, changeSet.device), eq(changeEntry.seq, changeSet.seq)))
          .where(and(eq(changeEntry.rootEntity, record.entity), eq(changeEntry.rootId, record.id), ...parts))
  const rows = await joined.orderBy(desc(changeSet.hlc), desc(changeSet.device)).limit(input.limit + 1)
  const ofRecord = record === null ? undefined : await opsOfRecord(reading, record)
  const items = rows
    .slice(0, input.limit)
    .map(({ row }) => auditEntryOf(row, ofRecord === undefined ? {} : { keep: ofRecord, all: true }))
  const last = rows.length > input.limit ? rows[input.limit - 1]?.row : undefined
  return { items, nextCursor: last === undefined ? null : `${last.hlc}~${last.device}` }
}

/** Tells which ops of a changeset are about the record itself or its parts. */
async function opsOfRecord(
  reading: Reading,
  record: { entity: string; id: string },
): Promise<(op: ChangeOp) => boolean> {
  const partIds = new Set<string>()
  for (const name of entityNames) {
    const { root } = declarationOf(name)
    if (root === null || root.entity !== record.entity) continue
    const table = reading.tables[name] as Reading['tables']['animalRole']
    const column = table[root.idField as 'animalId']
    const rows = await reading.db
      .select({ id: table.id })
      .from(table)
      .where(inArray(column, [record.id]))
    for (const row of rows) partIds.add(row.id)
  }
  return (op) => op.id === record.id || partIds.has(op.id)
}

function beforeCursor(reading: Reading, cursor: string): SQL | undefined {
  const { changeSet } = reading.tables
  const [hlc, device] = cursor.split('~')
  if (hlc === undefined || device === undefined) throw new DomainError('cursor_invalid', {}, { field: 'cursor' })
  return or(lt(changeSet.hlc, hlc), and(eq(changeSet.hlc, hlc), lt(changeSet.device, device)))
}

function plain(text: string): string {
  return text.replaceAll(/[^\w.]/g, '')
}
