/**
 * The unit of work a command writes through. It changes rows and notes each change as an op with *from and to*, so
 * that rows and changeset cannot disagree. It also asks, for every row it touches, whether the caller may act at the
 * row's site. Services never write domain rows in any other way; a development build aborts if one does.
 */
import { getTableColumns } from 'drizzle-orm'
import type { Ids } from '../../core/kernel/ids.ts'
import { scopeReaches } from '../../core/kernel/policy.ts'
import { DomainError, type Refusal } from '../../core/kernel/refusal.ts'
import type { ChangeOp, FieldValue } from '../../core/sync/changeset.ts'
import type { Tx } from '../store/engine.ts'
import { declarationOf, type EntityName, type NewRow, type Patch, type Row } from '../store/entities.ts'
import type { StoredRecord } from '../store/record-access.ts'
import { recordColumnNames } from '../store/tables/record-columns.ts'
import type { Reading } from './reading.ts'
import { sameValue } from './same-value.ts'

export interface WriteOptions {
  /** `rev` the caller last saw; a different one refuses with `rev_mismatch` and the current row. */
  readonly expectedRev?: number
}

export interface Change extends Reading {
  readonly writable: true
  /** Commit instant of this command, UTC ISO. */
  readonly at: string
  insert<Entity extends EntityName>(entity: Entity, values: NewRow<Entity>): Promise<Row<Entity>>
  /** Inserts many rows of one kind; parents must come before children. */
  insertMany<Entity extends EntityName>(entity: Entity, values: readonly NewRow<Entity>[]): Promise<Row<Entity>[]>
  /** Changes the named fields. Fields that already have the value leave no trace; a patch without effect writes nothing. */
  update<Entity extends EntityName>(
    entity: Entity,
    id: string,
    patch: Patch<Entity>,
    options?: WriteOptions,
  ): Promise<Row<Entity>>
  /** Lays the row aside (tombstone). */
  remove(entity: EntityName, id: string, options?: WriteOptions): Promise<void>
  /** Lays many rows of one kind aside; refuses `not_found` when one of them is not living. */
  removeMany(entity: EntityName, ids: readonly string[]): Promise<void>
  /** Takes a laid-aside row back. */
  restore(entity: EntityName, id: string): Promise<void>
  /** The living row, or `not_found`. */
  get<Entity extends EntityName>(entity: Entity, id: string): Promise<Row<Entity>>
  find<Entity extends EntityName>(entity: Entity, id: string): Promise<Row<Entity> | null>
  /** States why, for the audit trail. */
  because(reason: string): void
  /** Lets the transaction commit (a failed sign-in must be counted), then refuses the call. */
  refuseAfterCommit(refusal: Refusal): void
  /** Writes to tables that are not domain records: verifiers, sessions, derived values. */
  readonly local: Tx['db']
  execute: Tx['execute']
}

/** What the wrapper needs from a finished unit of work. */
export interface ChangeLog {
  readonly ops: ChangeOp[]
  /** Record people think of, per op, in the same order. */
  readonly roots: { entity: EntityName; id: string }[]
  reason: string | undefined
  refusal: Refusal | undefined
}

export interface ChangeContext {
  readonly tx: Tx
  readonly reading: Reading
  readonly ids: Ids
  readonly at: string
  /** Permission every touched row's site is checked against; null for commands that check by themselves. */
  readonly permission: string | null
}

export function openChange(context: ChangeContext): { change: Change; log: ChangeLog } {
  const { tx, reading, at } = context
  const log: ChangeLog = { ops: [], roots: [], reason: undefined, refusal: undefined }
  const userId = reading.call.actor?.userId ?? null
  const siteOfRoot = new Map<string, string | null>()

  async function load(entity: EntityName, id: string): Promise<StoredRecord | null> {
    return (await tx.records.find(entity, [id]))[0] ?? null
  }

  async function loadLiving(entity: EntityName, id: string): Promise<StoredRecord> {
    const row = await load(entity, id)
    if (row === null || row.deletedAt !== null) throw new DomainError('not_found', { entity, id })
    return row
  }

  async function requireSite(entity: EntityName, row: Record<string, unknown>): Promise<void> {
    if (context.permission === null) return
    const scope = reading.scope(context.permission)
    if (scope.kind === 'all') return
    const siteId = await siteOf(entity, row)
    if (!scopeReaches(scope, siteId)) throw new DomainError('forbidden', { permission: context.permission, siteId })
  }

  async function siteOf(entity: EntityName, row: Record<string, unknown>): Promise<string | null> {
    if (entity === 'site') return row.id as string
    const { root } = declarationOf(entity)
    if (root === null) {
      const own = (row.siteId as string | null | undefined) ?? null
      // Its parts come next, and must not be the reason to read it again.
      siteOfRoot.set(row.id as string, own)
      return own
    }
    const rootId = row[root.idField] as string
    const known = siteOfRoot.get(rootId)
    if (known !== undefined) return known
    const rootRow = await load(root.entity, rootId)
    const siteId = (rootRow?.siteId as string | null | undefined) ?? null
    siteOfRoot.set(rootId, siteId)
    return siteId
  }

  function note(entity: EntityName, row: Record<string, unknown>, op: ChangeOp): void {
    const { root } = declarationOf(entity)
    log.ops.push(op)
    log.roots.push(
      root === null ? { entity, id: row.id as string } : { entity: root.entity, id: row[root.idField] as string },
    )
  }

  async function insertMany(entity: EntityName, values: readonly Record<string, unknown>[]): Promise<StoredRecord[]> {
    const columns = columnsOf(tx, entity)
    const rows = values.map((given) => newRow(columns, given, context.ids, at, userId))
    for (const row of rows) await requireSite(entity, row)
    await tx.records.insert(entity, rows)
    for (const row of rows) note(entity, row, { e: entity, id: row.id, op: 'ins', f: insertedFields(row) })
    return rows
  }

  async function update(
    entity: EntityName,
    id: string,
    patch: Record<string, unknown>,
    options: WriteOptions = {},
  ): Promise<StoredRecord> {
    if (declarationOf(entity).appendOnly === true) throw new Error(`${entity} is a ledger: correct it with a new row`)
    const before = await loadLiving(entity, id)
    refuseStale(entity, before, options.expectedRev ?? reading.call.ifMatch)
    const changed: Record<string, unknown> = {}
    const fields: Record<string, readonly [FieldValue, FieldValue]> = {}
    for (const [field, to] of Object.entries(patch)) {
      if (to === undefined || recordColumnNames.has(field)) continue
      const from = before[field] ?? null
      if (sameValue(from, to)) continue
      changed[field] = to
      fields[field] = [from as FieldValue, to as FieldValue]
    }
    if (Object.keys(fields).length === 0) return before
    const after = { ...before, ...changed, rev: before.rev + 1, updatedAt: at, updatedBy: userId }
    await requireSite(entity, before)
    if ('siteId' in changed) await requireSite(entity, after)
    await tx.records.update(entity, id, { ...changed, rev: after.rev, updatedAt: at, updatedBy: userId })
    note(entity, after, { e: entity, id, op: 'upd', f: fields })
    return after
  }

  async function mark(entity: EntityName, id: string, deleted: boolean, options: WriteOptions = {}): Promise<void> {
    const before = deleted ? await loadLiving(entity, id) : await load(entity, id)
    if (before === null) throw new DomainError('not_found', { entity, id })
    if (!deleted && before.deletedAt === null) return
    refuseStale(entity, before, options.expectedRev ?? reading.call.ifMatch)
    await requireSite(entity, before)
    await tx.records.update(entity, id, {
      deletedAt: deleted ? at : null,
      rev: before.rev + 1,
      updatedAt: at,
      updatedBy: userId,
    })
    note(entity, before, { e: entity, id, op: deleted ? 'del' : 'undel' })
  }

  async function removeMany(entity: EntityName, ids: readonly string[]): Promise<void> {
    const rows = await findMany(tx, entity, ids)
    if (rows.length < ids.length) {
      const living = new Set(rows.map((row) => row.id))
      throw new DomainError('not_found', { entity, id: ids.find((id) => !living.has(id)) })
    }
    for (const row of rows) {
      await requireSite(entity, row)
      await tx.records.update(entity, row.id, { deletedAt: at, rev: row.rev + 1, updatedAt: at, updatedBy: userId })
      note(entity, row, { e: entity, id: row.id, op: 'del' })
    }
  }

  const change: Change = {
    ...reading,
    writable: true,
    at,
    insert: async (entity, values) => (await insertMany(entity, [values]))[0] as never,
    insertMany: async (entity, values) => (await insertMany(entity, values)) as never,
    update: async (entity, id, patch, options) => (await update(entity, id, patch, options)) as never,
    remove: (entity, id, options) => mark(entity, id, true, options),
    removeMany,
    restore: (entity, id) => mark(entity, id, false),
    get: async (entity, id) => (await loadLiving(entity, id)) as never,
    find: async (entity, id) => {
      const row = await load(entity, id)
      return (row === null || row.deletedAt !== null ? null : row) as never
    },
    because: (reason) => {
      log.reason = reason
    },
    refuseAfterCommit: (found) => {
      log.refusal = found
    },
    local: tx.db,
    execute: tx.execute,
  }
  return { change, log }
}

function refuseStale(entity: EntityName, row: StoredRecord, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.rev) {
    throw new DomainError('rev_mismatch', { entity, id: row.id, expected, actual: row.rev, current: row })
  }
}

const columnCache = new WeakMap<object, readonly string[]>()

function columnsOf(tx: Tx, entity: EntityName): readonly string[] {
  const table = tx.tables[entity]
  let columns = columnCache.get(table)
  if (columns === undefined) {
    columns = Object.keys(getTableColumns(table))
    columnCache.set(table, columns)
  }
  return columns
}

function newRow(
  columns: readonly string[],
  given: Record<string, unknown>,
  ids: Ids,
  at: string,
  userId: string | null,
): StoredRecord {
  const row: Record<string, unknown> = {}
  for (const column of columns) row[column] = given[column] ?? null
  row.id = given.id ?? ids.next()
  row.rev = 1
  row.createdAt = at
  row.createdBy = userId
  row.updatedAt = at
  row.updatedBy = userId
  row.deletedAt = null
  return row as StoredRecord
}

function insertedFields(row: Record<string, unknown>): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const [field, value] of Object.entries(row)) {
    if (value !== null && !recordColumnNames.has(field)) fields[field] = value as FieldValue
  }
  return fields
}

/** Reads living rows by id, in the order of the ids; ids without a living row are left out. */
export async function findMany<Entity extends EntityName>(
  tx: Pick<Reading, 'records'>,
  entity: Entity,
  ids: readonly string[],
): Promise<Row<Entity>[]> {
  if (ids.length === 0) return []
  const rows = await tx.records.find(entity, ids)
  const byId = new Map(rows.filter((row) => row.deletedAt === null).map((row) => [row.id, row]))
  return ids.flatMap((wanted) => byId.get(wanted) ?? []) as never
}
