/** Service history: what happened with a customer, gathered from the tables of several areas into one line of time. */

import type { InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { interactionsContract } from '../../../core/areas/customers/interactions.contract.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import { siteWithin } from './animal-counts.ts'
import { getCustomer } from './customers.queries.ts'

type Input = InferSchemaOutput<(typeof interactionsContract.timeline)['~orpc']['inputSchema'] & {}>
type Answer = InferSchemaInput<(typeof interactionsContract.timeline)['~orpc']['outputSchema'] & {}>
type Kind = NonNullable<Input['kinds']>[number]

/** Raw rows are untyped on both engines; this is what they must be. */
const entryRow = z.object({
  kind: z.enum(['interaction', 'document', 'animal']),
  id: z.string(),
  at: z.string(),
  detail: z.string(),
  title: z.string(),
  by: z.string().nullable(),
  dueDate: z.string().nullable(),
  doneAt: z.string().nullable(),
})

const cursorForm = z.tuple([z.string(), z.string()])

export async function readTimeline(reading: Reading, input: Input): Promise<Answer> {
  await getCustomer(reading, input.id)
  const parts = partsFor(reading, input.id, input.kinds)
  if (parts.length === 0) return { items: [], nextCursor: null }
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor)
  const beyond = after === undefined ? sql`` : sql`where (entry_at, entry_id) < (${after[0]}, ${after[1]})`
  const rows = await reading.raw(
    sql`select entry_kind as kind, entry_id as id, entry_at as at, detail, title, entry_by as by, due_date as ${sql.raw('"dueDate"')}, done_at as ${sql.raw('"doneAt"')}
      from (${sql.join(parts, sql` union all `)}) as entries ${beyond}
      order by entry_at desc, entry_id desc limit ${input.limit + 1}`,
  )
  const items = z.array(entryRow).parse(rows.slice(0, input.limit))
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return {
    items,
    nextCursor: last === undefined ? null : Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url'),
  }
}

function partsFor(reading: Reading, customerId: string, kinds: readonly Kind[] | undefined): SQL[] {
  const wanted = (kind: Kind) => kinds === undefined || kinds.includes(kind)
  const { customerInteraction, attachment, animal } = reading.tables
  const parts: SQL[] = []
  if (wanted('interaction')) {
    const table = customerInteraction
    parts.push(sql`select 'interaction' as entry_kind, ${table.id} as entry_id, ${table.happenedAt} as entry_at, ${table.kind} as detail, ${table.subject} as title,
      ${table.createdBy} as entry_by, ${table.dueDate} as due_date, ${table.doneAt} as done_at
      from ${table} where ${table.customerId} = ${customerId} and ${isNull(table.deletedAt)}`)
  }
  if (wanted('document')) {
    const table = attachment
    parts.push(sql`select 'document' as entry_kind, ${table.id} as entry_id, ${table.createdAt} as entry_at, ${table.kind} as detail, ${table.fileName} as title,
      ${table.createdBy} as entry_by, null as due_date, null as done_at
      from ${table} where ${table.ownerEntity} = 'customer' and ${table.ownerId} = ${customerId} and ${isNull(table.deletedAt)}`)
  }
  if (wanted('animal') && reading.may('animals.read')) {
    const table = animal
    const visible = siteWithin(reading.scope('animals.read'), table.siteId) ?? sql`true`
    parts.push(sql`select 'animal' as entry_kind, ${table.id} as entry_id, ${table.createdAt} as entry_at, ${table.species} as detail, coalesce(${table.name}, ${table.code}) as title,
      ${table.createdBy} as entry_by, null as due_date, null as done_at
      from ${table} where ${table.ownerCustomerId} = ${customerId} and ${isNull(table.deletedAt)} and ${visible}`)
  }
  return parts
}

function readCursor(text: string): [string, string] {
  const found = cursorForm.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (!found.success) throw new DomainError('cursor_invalid', {}, { field: 'cursor' })
  return found.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What cannot be read and what has another form are the same to the caller: not a cursor of ours.
    return null
  }
}
