/**
 * The command wrapper: the one way to change domain records.
 *
 * sign-in and policy -> one transaction { answer of a repeated request, or: rows, derived values, one changeset } ->
 * notice to open screens. A command that needs more than `opsPerChangeset` ops (an import) is cut into several
 * changesets of one batch, which commit together and undo together, because the sync protocol moves whole changesets.
 */
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { type Clock, instantOf } from '../../core/kernel/clock.ts'
import type { Ids } from '../../core/kernel/ids.ts'
import { scopeOf } from '../../core/kernel/policy.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import { type ChangesetBody, canonicalBody } from '../../core/sync/changeset.ts'
import { tickHlc } from '../../core/sync/hlc.ts'
import type { Engine, Tx } from '../store/engine.ts'
import { schemaVersion } from '../store/migrations/steps.ts'
import type { WriteGuard } from '../store/write-guard.ts'
import type { Call } from './call.ts'
import { type Change, type ChangeLog, openChange } from './change.ts'
import type { CommitFeed } from './commit-feed.ts'
import type { Projection, TouchedRecord } from './projection.ts'
import { openReading, type PermissionTable, type Reading } from './reading.ts'

export interface CommandSpec {
  readonly action: string
  /** Permission, or 'signed_in', or 'public'; see `core/kernel/procedure.ts`. */
  readonly access: string
  readonly undoable: boolean
  /** Validated input; part of the identity of a repeated request. */
  readonly input?: unknown
}

export interface Commands {
  run<Result>(call: Call, spec: CommandSpec, work: (change: Change) => Promise<Result>): Promise<Result>
  read<Result>(call: Call, access: string, work: (reading: Reading) => Promise<Result>): Promise<Result>
}

export interface CommandsOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly ids: Ids
  readonly device: string
  readonly permissions: PermissionTable
  readonly feed: CommitFeed
  readonly projections: readonly Projection[]
  /** Present in development and test builds. */
  readonly guard: WriteGuard | null
  /** HQ settles its own changesets as it writes them; a station's wait for HQ. */
  readonly changesetState: 'pending' | 'settled'
}

const opsPerChangeset = 1000
const idsPerNotice = 200

export function createCommands(options: CommandsOptions): Commands {
  const { engine, permissions } = options
  return {
    read: (call, access, work) => {
      requireAccess(permissions, call, access)
      return engine.read((tx) => work(openReading(tx, call, permissions)))
    },
    run: async (call, spec, work) => {
      requireAccess(permissions, call, spec.access)
      const outcome = await engine.write((tx) => runInTransaction(options, tx, call, spec, work))
      if (outcome.notice !== null) options.feed.publish(outcome.notice)
      if (outcome.refusal !== undefined) {
        throw new DomainError(outcome.refusal.code, { ...outcome.refusal.data }, { field: outcome.refusal.field })
      }
      return outcome.result as never
    },
  }
}

/** Refuses a caller who is not signed in, or who holds the permission at no site. */
export function requireAccess(permissions: PermissionTable, call: Call, access: string): void {
  if (access === 'public') return
  if (call.actor === null) throw new DomainError('unauthenticated')
  if (access === 'signed_in') return
  const scope = scopeOf(permissions, call.actor.grants, access)
  if (scope.kind === 'sites' && scope.siteIds.length === 0) throw new DomainError('forbidden', { permission: access })
}

interface Outcome {
  readonly result: unknown
  readonly refusal: ChangeLog['refusal']
  readonly notice: Parameters<CommitFeed['publish']>[0] | null
}

async function runInTransaction<Result>(
  options: CommandsOptions,
  tx: Tx,
  call: Call,
  spec: CommandSpec,
  work: (change: Change) => Promise<Result>,
): Promise<Outcome> {
  const head = await lockChainHead(tx, options.device)
  const repeated = await findRepeatedAnswer(tx, call, spec)
  if (repeated !== null) return { result: repeated.answer, refusal: undefined, notice: null }

  await options.guard?.open(tx)
  const at = instantOf(options.clock.nowMs())
  const reading = openReading(tx, call, options.permissions)
  const permission = spec.access === 'public' || spec.access === 'signed_in' ? null : spec.access
  const { change, log } = openChange({ tx, reading, ids: options.ids, at, permission })
  const result = await work(change)

  const touched: TouchedRecord[] = log.ops.map((op, index) => ({ op, root: rootAt(log, index) }))
  for (const projection of options.projections) await projection.refresh(tx, touched)
  await options.guard?.verify(tx, log.ops)
  const changesetIds = log.ops.length === 0 ? [] : await writeChangesets(options, tx, call, spec, head, log, at)
  if (log.refusal === undefined) await rememberAnswer(tx, call, spec, result, at)

  const notice = {
    changesetIds,
    action: spec.action,
    userId: call.actor?.userId ?? null,
    sessionId: call.actor?.sessionId ?? null,
    callId: call.callId ?? null,
    undoable: spec.undoable && changesetIds.length > 0,
    touched: touchedIds(touched),
    at,
  }
  return { result, refusal: log.refusal, notice: changesetIds.length === 0 ? null : notice }
}

interface ChainHead {
  readonly seq: number
  readonly hash: string
  readonly hlc: string
}

/** Reads this node's chain head and, on PostgreSQL, holds its row lock until commit: commands of a node are a sequence. */
async function lockChainHead(tx: Tx, device: string): Promise<ChainHead> {
  const suffix = tx.dialect === 'postgres' ? ' for update' : ''
  const rows = await tx.fixed<ChainHead>(`select seq, hash, hlc from chain_head where device = ?${suffix}`, [device])
  const head = rows[0]
  if (head === undefined) throw new Error('this node has no chain head: it was not set up')
  // A server sends 64-bit integers of raw SQL as text, and "0" + 1 would be hashed as "01".
  return { ...head, seq: Number(head.seq) }
}

const insertChangeset = `insert into change_set
  (device, seq, id, hlc, committed_at, user_id, action, reason, batch, schema_version, prev, hash, ops, state)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const insertEntry = 'insert into change_entry (root_entity, root_id, device, seq) values (?, ?, ?, ?)'

async function writeChangesets(
  options: CommandsOptions,
  tx: Tx,
  call: Call,
  spec: CommandSpec,
  head: ChainHead,
  log: ChangeLog,
  at: string,
): Promise<string[]> {
  const parts = cut(log.ops, opsPerChangeset)
  const ids = parts.map(() => options.ids.next())
  let { seq, hash, hlc } = head
  let offset = 0
  for (const [index, ops] of parts.entries()) {
    hlc = tickHlc(hlc === '' ? null : hlc, options.clock)
    const body: ChangesetBody = {
      device: options.device,
      seq: seq + 1,
      id: ids[index] as string,
      hlc,
      user: call.actor?.userId ?? null,
      action: spec.action,
      schema: schemaVersion,
      ...(log.reason === undefined ? {} : { reason: log.reason }),
      ...(parts.length === 1 ? {} : { batch: ids[0] as string }),
      prev: hash,
      ops,
    }
    const opsText = canonicalJson(ops)
    hash = createHash('sha256').update(hash).update(canonicalBody(body, opsText)).digest('hex')
    seq = body.seq
    await tx.fixed(insertChangeset, [
      ...[
        body.device,
        seq,
        body.id,
        hlc,
        at,
        body.user,
        body.action,
        body.reason ?? null,
        body.batch ?? null,
        body.schema,
      ],
      ...[body.prev, hash, opsText, options.changesetState],
    ])
    for (const root of distinctRoots(log, offset, ops.length))
      await tx.fixed(insertEntry, [root.entity, root.id, body.device, seq])
    offset += ops.length
  }
  await tx.fixed('update chain_head set seq = ?, hash = ?, hlc = ? where device = ?', [seq, hash, hlc, options.device])
  return ids
}

function rootAt(log: ChangeLog, index: number): TouchedRecord['root'] {
  const root = log.roots[index]
  if (root === undefined) throw new Error('an op without its record')
  return root
}

function distinctRoots(log: ChangeLog, offset: number, count: number): TouchedRecord['root'][] {
  const seen = new Map<string, TouchedRecord['root']>()
  for (let index = offset; index < offset + count; index += 1) {
    const root = rootAt(log, index)
    seen.set(`${root.entity}/${root.id}`, root)
  }
  return [...seen.values()]
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = []
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size))
  return parts
}

function touchedIds(touched: readonly TouchedRecord[]): Record<string, readonly string[] | null> {
  const sets = new Map<string, Set<string>>()
  const add = (entity: string, id: string) => {
    const ids = sets.get(entity) ?? new Set<string>()
    ids.add(id)
    sets.set(entity, ids)
  }
  for (const { op, root } of touched) {
    add(op.e, op.id)
    add(root.entity, root.id)
  }
  const result: Record<string, readonly string[] | null> = {}
  for (const [entity, ids] of sets) result[entity] = ids.size > idsPerNotice ? null : [...ids]
  return result
}

async function findRepeatedAnswer(tx: Tx, call: Call, spec: CommandSpec): Promise<{ answer: unknown } | null> {
  if (call.idempotencyKey === undefined || call.actor === null) return null
  const { idempotencyKey } = tx.tables
  const rows = await tx.db
    .select()
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.userId, call.actor.userId), eq(idempotencyKey.key, call.idempotencyKey)))
  const row = rows[0]
  if (row === undefined) return null
  if (row.action !== spec.action || row.requestHash !== requestHash(spec)) {
    throw new DomainError('idempotency_key_reused', { key: call.idempotencyKey })
  }
  return { answer: JSON.parse(row.answer) }
}

async function rememberAnswer(tx: Tx, call: Call, spec: CommandSpec, result: unknown, at: string): Promise<void> {
  if (call.idempotencyKey === undefined || call.actor === null) return
  await tx.db.insert(tx.tables.idempotencyKey).values({
    key: call.idempotencyKey,
    userId: call.actor.userId,
    action: spec.action,
    requestHash: requestHash(spec),
    answer: JSON.stringify(result ?? null),
    createdAt: at,
  })
}

function requestHash(spec: CommandSpec): string {
  return createHash('sha256')
    .update(canonicalJson(spec.input ?? null))
    .digest('hex')
}
