/**
 * Writers that change records over REST until the server dies, and the book of what it acknowledged. A write without an
 * answer may or may not have happened; a write with one must be found again, with its values, whatever happens later.
 */
import { NoAnswer, type RestCaller } from './rest-client.ts'

/** One kind of record that writers create and change; `field` is the one they change. */
export interface WrittenKind {
  readonly path: string
  readonly field: string
  newRecord(name: string): Record<string, unknown>
}

/** What the server must hold of one record. */
interface KnownRecord {
  readonly kind: WrittenKind
  readonly id: string
  readonly name: string
  value: string | null
  rev: number
  /** A change of the field that was sent and not answered: the old value or this one is right. */
  unanswered: string | undefined
}

/** A creation that was sent and not answered; its Idempotency-Key tells after the restart whether it happened. */
interface UnansweredCreation {
  readonly kind: WrittenKind
  readonly name: string
  readonly key: string
}

export interface WriteBook {
  readonly records: KnownRecord[]
  readonly creations: UnansweredCreation[]
  /** Totals over the whole run. */
  acknowledged: number
  unanswered: number
}

export function openWriteBook(): WriteBook {
  return { records: [], creations: [], acknowledged: 0, unanswered: 0 }
}

/**
 * Creates and changes records one after the other until the server is gone. Two of five writes create. Each writer changes
 * its own records only, so that the last acknowledged value of a field is known.
 */
export async function writeUntilDeath(
  caller: RestCaller,
  book: WriteBook,
  {
    kinds,
    name,
    random,
    onAnswer,
  }: { kinds: readonly WrittenKind[]; name: string; random: () => number; onAnswer: () => void },
): Promise<void> {
  const own: KnownRecord[] = []
  for (let number = 1; ; number += 1) {
    const kind = kinds[Math.floor(random() * kinds.length)] as WrittenKind
    const mine = own.filter((record) => record.kind === kind)
    const alive =
      mine.length === 0 || random() < 0.4
        ? await create(caller, book, { kind, name: `${name}-${number}`, key: `${name}-${number}` }, own)
        : await change(caller, book, mine[Math.floor(random() * mine.length)] as KnownRecord, `${name} value ${number}`)
    if (!alive) return
    onAnswer()
  }
}

async function create(
  caller: RestCaller,
  book: WriteBook,
  creation: UnansweredCreation,
  own: KnownRecord[],
): Promise<boolean> {
  return unlessDead(
    book,
    async () => {
      const record = await sendCreation(caller, creation)
      book.records.push(record)
      own.push(record)
    },
    () => book.creations.push(creation),
  )
}

async function sendCreation(caller: RestCaller, { kind, name, key }: UnansweredCreation): Promise<KnownRecord> {
  const { id, rev } = await caller.ask<{ id: string; rev: number }>('POST', kind.path, kind.newRecord(name), {
    'idempotency-key': key,
  })
  return { kind, id, name, value: null, rev, unanswered: undefined }
}

async function change(caller: RestCaller, book: WriteBook, record: KnownRecord, value: string): Promise<boolean> {
  return unlessDead(
    book,
    async () => {
      const { rev } = await caller.ask<{ rev: number }>(
        'PUT',
        `${record.kind.path}/${record.id}`,
        { [record.kind.field]: value },
        { 'if-match': `"${record.rev}"` },
      )
      record.value = value
      record.rev = rev
    },
    () => {
      record.unanswered = value
    },
  )
}

/** Runs one write and counts it; returns false, and notes the write as unanswered, when the server died under it. */
async function unlessDead(book: WriteBook, write: () => Promise<void>, noteUnanswered: () => void): Promise<boolean> {
  try {
    await write()
    book.acknowledged += 1
    return true
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    noteUnanswered()
    book.unanswered += 1
    return false
  }
}

interface StoredRecord extends Record<string, unknown> {
  readonly id: string
  readonly rev: number
  readonly name: string
}

/**
 * Reads every record of the server and lists, as sentences, what does not fit the book. Then settles what was unanswered:
 * a change is what is found, a creation is sent again with its key.
 */
export async function findLosses(
  caller: RestCaller,
  book: WriteBook,
  kinds: readonly WrittenKind[],
): Promise<string[]> {
  const losses: string[] = []
  for (const kind of kinds) {
    const stored = await readAll(caller, kind.path)
    const byId = new Map(stored.map((record) => [record.id, record]))
    if (byId.size !== stored.length) losses.push(`${kind.path} lists a record twice`)
    for (const record of book.records.filter((one) => one.kind === kind))
      losses.push(...compare(record, byId.get(record.id)))
    losses.push(...unexpectedRecords(book, kind, stored))
  }
  await repeatCreations(caller, book)
  return losses
}

function compare(record: KnownRecord, found: StoredRecord | undefined): string[] {
  if (found === undefined) return [`${record.name} was acknowledged and is gone`]
  const value = found[record.kind.field] ?? null
  const fits = value === record.value || (record.unanswered !== undefined && value === record.unanswered)
  const expectedRev = record.rev + (record.unanswered !== undefined && value === record.unanswered ? 1 : 0)
  record.value = value as string | null
  record.rev = found.rev
  record.unanswered = undefined
  if (found.name !== record.name) return [`${record.name} is now called ${found.name}`]
  if (!fits)
    return [`${record.name} holds ${String(value)}, which is neither what was acknowledged nor what was sent last`]
  return found.rev === expectedRev ? [] : [`${record.name} has rev ${found.rev}, expected ${expectedRev}`]
}

/** A record nobody was told of must be one of the creations without an answer, and only once. */
function unexpectedRecords(book: WriteBook, kind: WrittenKind, stored: readonly StoredRecord[]): string[] {
  const known = new Set(book.records.map((record) => record.id))
  const awaited = new Set(book.creations.filter((creation) => creation.kind === kind).map((creation) => creation.name))
  return stored
    .filter((record) => !known.has(record.id) && !awaited.delete(record.name))
    .map((record) => `${record.name} was never asked for`)
}

async function repeatCreations(caller: RestCaller, book: WriteBook): Promise<void> {
  for (const creation of book.creations.splice(0)) book.records.push(await sendCreation(caller, creation))
}

async function readAll(caller: RestCaller, path: string): Promise<StoredRecord[]> {
  const found: StoredRecord[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { items: StoredRecord[]; nextCursor: string | null } = await caller.ask(
      'GET',
      `${path}?limit=500${after}`,
    )
    found.push(...page.items)
    cursor = page.nextCursor
  }
  return found
}
