/**
 * Takes an import back as a whole: what it added is laid aside, what it changed gets its old values. It never overwrites
 * later work. When a record has been changed since, or something that came later points at one, nothing is done and the
 * refusal names what stands in the way.
 */
import { and, asc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ImportWatch } from '../../../core/areas/documents/import-target.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { ChangeOp, UpdateOp } from '../../../core/sync/changeset.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { sameValue } from '../../runtime/same-value.ts'
import { declarationOf, type EntityName, entityNames, type Patch } from '../../store/entities.ts'
import { type ForeignKey, foreignKeys } from '../../store/references.ts'

export interface ImportUndo {
  /** Ids by entity, in the order they were added. */
  readonly created: ReadonlyMap<EntityName, readonly string[]>
  readonly updates: readonly UpdateOp[]
}

interface Standing {
  readonly entity: string
  readonly id: string
}

const idsPerQuery = 500
const rowsPerPage = 5000
/** Beyond this many records, walking the referring tables is cheaper than asking record by record. */
const walkBeyond = 2000
const named = 10

/** Finds what an import did and whether it can be taken back now. Refuses `import_changed_since`, `import_referenced`. */
export async function planImportUndo(reading: Reading, batchId: string, watch: ImportWatch): Promise<ImportUndo> {
  const changesets = await changesetsOf(reading, batchId)
  const created = new Map<EntityName, string[]>()
  const updates: UpdateOp[] = []
  for (const [index, { seq, device }] of changesets.entries()) {
    for (const op of await opsOf(reading, device, seq)) {
      const entity = entityNames.find((name) => name === op.e)
      if (entity === undefined || entity === 'importBatch') continue
      if (op.op === 'upd') updates.push(op)
      else if (op.op === 'ins') created.set(entity, push(created.get(entity), op.id))
    }
    await watch.step(index, changesets.length)
  }
  await refuseChanged(reading, changesets, created, updates, watch)
  await refuseReferenced(reading, created, watch)
  return { created, updates }
}

function push(list: string[] | undefined, id: string): string[] {
  if (list === undefined) return [id]
  list.push(id)
  return list
}

/** Writes the undo. The caller has made sure that nothing was committed since the plan. */
export async function writeImportUndo(change: Change, plan: ImportUndo): Promise<void> {
  for (const op of plan.updates.toReversed()) {
    const before = Object.fromEntries(Object.entries(op.f).map(([field, [from]]) => [field, from]))
    await change.update(op.e as EntityName, op.id, before as Patch<EntityName>)
  }
  // Parts before their records, offspring before parents: the reverse of how they came.
  for (const [entity, ids] of [...plan.created].toReversed()) await change.removeMany(entity, ids.toReversed())
}

interface ChangesetPlace {
  readonly device: string
  readonly seq: number
}

async function changesetsOf(reading: Reading, batchId: string): Promise<ChangesetPlace[]> {
  const { changeEntry, changeSet } = reading.tables
  const [entry] = await reading.db
    .select({ device: changeEntry.device, seq: changeEntry.seq })
    .from(changeEntry)
    .where(and(eq(changeEntry.rootEntity, 'importBatch'), eq(changeEntry.rootId, batchId)))
    .orderBy(asc(changeEntry.seq))
    .limit(1)
  if (entry === undefined) throw new DomainError('undo_not_possible', { entity: 'importBatch', id: batchId })
  const [first] = await reading.db
    .select({ batch: changeSet.batch })
    .from(changeSet)
    .where(and(eq(changeSet.device, entry.device), eq(changeSet.seq, entry.seq)))
  if (first === undefined || first.batch === null) return [entry]
  return reading.db
    .select({ device: changeSet.device, seq: changeSet.seq })
    .from(changeSet)
    .where(eq(changeSet.batch, first.batch))
    .orderBy(asc(changeSet.seq))
}

async function opsOf(reading: Reading, device: string, seq: number): Promise<ChangeOp[]> {
  const { changeSet } = reading.tables
  const [row] = await reading.db
    .select({ ops: changeSet.ops })
    .from(changeSet)
    .where(and(eq(changeSet.device, device), eq(changeSet.seq, seq)))
  return row === undefined ? [] : (JSON.parse(row.ops) as ChangeOp[])
}

async function refuseChanged(
  reading: Reading,
  changesets: readonly ChangesetPlace[],
  created: ReadonlyMap<EntityName, readonly string[]>,
  updates: readonly UpdateOp[],
  watch: ImportWatch,
): Promise<void> {
  const changed: Standing[] = []
  const { changeEntry } = reading.tables
  const [first] = changesets
  const last = changesets.at(-1)
  if (first === undefined || last === undefined) return
  const later = sql`not (${changeEntry.device} = ${first.device} and ${changeEntry.seq} between ${first.seq} and ${last.seq})`
  for (const [entity, ids] of created) {
    if (declarationOf(entity).root !== null) continue
    for (let start = 0; start < ids.length; start += idsPerQuery) {
      const rows = await reading.db
        .selectDistinct({ id: changeEntry.rootId })
        .from(changeEntry)
        .where(
          and(
            eq(changeEntry.rootEntity, entity),
            inArray(changeEntry.rootId, ids.slice(start, start + idsPerQuery)),
            later,
          ),
        )
      for (const row of rows) changed.push({ entity, id: row.id })
      await watch.step(start, ids.length)
    }
  }
  for (const one of await changedUpdates(reading, updates, watch)) changed.push(one)
  if (changed.length > 0)
    throw new DomainError('import_changed_since', { count: changed.length, records: changed.slice(0, named) })
}

/** Records whose fields no longer have the values the import gave them. */
async function changedUpdates(reading: Reading, updates: readonly UpdateOp[], watch: ImportWatch): Promise<Standing[]> {
  const changed: Standing[] = []
  for (const [index, op] of updates.entries()) {
    const entity = op.e as EntityName
    const table = recordTable(reading, entity)
    const [row] = (await reading.db.select().from(table).where(eq(table.id, op.id))) as Record<string, unknown>[]
    const stands =
      row !== undefined &&
      row.deletedAt === null &&
      Object.entries(op.f).every(([field, [, to]]) => sameValue(row[field], to))
    if (!stands) changed.push({ entity, id: op.id })
    await watch.step(index, updates.length)
  }
  return changed
}

async function refuseReferenced(
  reading: Reading,
  created: ReadonlyMap<EntityName, readonly string[]>,
  watch: ImportWatch,
): Promise<void> {
  const createdSets = new Map([...created].map(([entity, ids]) => [entity, new Set(ids)]))
  const found: (Standing & { field: string; of: Standing })[] = []
  for (const key of [...foreignKeys, ...attachmentKeys(created)]) {
    const targets = createdSets.get(key.to)
    if (targets === undefined) continue
    const own = createdSets.get(key.from)
    for await (const row of referringRows(reading, key, targets)) {
      if (own?.has(row.id) === true || !targets.has(row.target)) continue
      found.push({ entity: key.from, id: row.id, field: key.field, of: { entity: key.to, id: row.target } })
      await watch.step(found.length, found.length)
    }
  }
  if (found.length > 0)
    throw new DomainError('import_referenced', { count: found.length, references: found.slice(0, named) })
}

/** Attachments name their owner without a foreign key, because any record can have them. */
function attachmentKeys(created: ReadonlyMap<EntityName, readonly string[]>): ForeignKey[] {
  return [...created.keys()].map((to) => ({ from: 'attachment', field: 'ownerId', to }))
}

/** Living rows that point at some of the targets; when there are many targets, all rows that point anywhere. */
async function* referringRows(
  reading: Reading,
  key: ForeignKey,
  targets: ReadonlySet<string>,
): AsyncGenerator<{ id: string; target: string }> {
  const table = recordTable(reading, key.from)
  const column = (table as unknown as Record<string, AnySQLiteColumn>)[key.field] as AnySQLiteColumn
  const select = (where: SQL | undefined) =>
    reading.db
      .select({ id: table.id, target: column })
      .from(table)
      .where(and(where, isNull(table.deletedAt)))
  if (targets.size <= walkBeyond) {
    const ids = [...targets]
    for (let start = 0; start < ids.length; start += idsPerQuery) {
      yield* (await select(inArray(column, ids.slice(start, start + idsPerQuery)))) as { id: string; target: string }[]
    }
    return
  }
  for (let after = ''; ; ) {
    const page = (await select(and(isNotNull(column), gt(table.id, after)))
      .orderBy(asc(table.id))
      .limit(rowsPerPage)) as { id: string; target: string }[]
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < rowsPerPage) return
    after = last.id
  }
}

/** Any record table; what is used here they all have. */
function recordTable(reading: Pick<Reading, 'tables'>, entity: EntityName): Reading['tables']['customer'] {
  return reading.tables[entity] as unknown as Reading['tables']['customer']
}
