/** Saved views of lists. */
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import type { SavedView, ViewFields, ViewState } from '../../../core/areas/documents/views.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { type Change, findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'

interface ViewChanges {
  readonly id: string
  readonly rev?: number
  readonly name?: string
  readonly shared?: boolean
  readonly state?: ViewState
}

export function createViewsService() {
  async function views(reading: Reading, { list }: { list: string }): Promise<{ items: SavedView[] }> {
    const { savedView } = reading.tables
    const mine = or(eq(savedView.shared, true), eq(savedView.ownerUserId, reading.actor().userId))
    const rows = await reading.db
      .select()
      .from(savedView)
      .where(and(eq(savedView.list, list), isNull(savedView.deletedAt), mine))
      .orderBy(desc(savedView.shared), asc(savedView.position), asc(savedView.name), asc(savedView.id))
    return { items: rows.map((row) => present(reading, row)) }
  }

  async function create(change: Change, fields: ViewFields): Promise<SavedView> {
    const ownerUserId = change.actor().userId
    if (fields.shared) requireShare(change)
    const others = await neighbours(change, { ...fields, ownerUserId })
    refuseTaken(others, fields.name, null)
    const position = others.length === 0 ? 0 : Math.max(...others.map((other) => other.position)) + 1
    return present(change, await change.insert('savedView', { ...fields, ownerUserId, position }))
  }

  async function update(change: Change, { id, rev, ...changes }: ViewChanges): Promise<SavedView> {
    const before = await getEditable(change, id)
    const after = { ...before, ...changes }
    if (after.shared && !before.shared) requireShare(change)
    refuseTaken(await neighbours(change, after), after.name, id)
    return present(change, await change.update('savedView', id, changes, { expectedRev: rev }))
  }

  async function remove(change: Change, { id, rev }: { id: string; rev?: number }): Promise<{ id: string }> {
    await getEditable(change, id)
    await change.remove('savedView', id, { expectedRev: rev })
    return { id }
  }

  async function order(
    change: Change,
    { list, ids }: { list: string; ids: readonly string[] },
  ): Promise<{ items: SavedView[] }> {
    const rows = await findMany(change, 'savedView', [...new Set(ids)])
    const [first] = rows
    for (const row of rows) {
      // Own and shared views are two groups on screen; one order over both would mean nothing to the next person.
      if (row.list !== list || row.shared !== first?.shared)
        throw new DomainError('validation_failed', { issues: [{ path: 'ids', code: 'other_group' }] }, { field: 'ids' })
      requireEditable(change, row)
    }
    for (const [position, row] of rows.entries())
      await change.update('savedView', row.id, { position }, { expectedRev: row.rev })
    return views(change, { list })
  }

  return { views, create, update, remove, order, present }
}

function present(reading: Reading, row: Row<'savedView'>): SavedView {
  return { ...row, state: row.state as ViewState, editable: mayEdit(reading, row) }
}

function mayEdit(reading: Reading, row: Row<'savedView'>): boolean {
  return row.ownerUserId === reading.actor().userId || (row.shared && reading.may('documents.manageViews'))
}

function requireEditable(reading: Reading, row: Row<'savedView'>): void {
  if (mayEdit(reading, row)) return
  // Another person's own view is nobody's business; that it exists is not told.
  if (!row.shared) throw new DomainError('not_found', { entity: 'savedView', id: row.id })
  throw new DomainError('forbidden', { permission: 'documents.manageViews' })
}

async function getEditable(change: Change, id: string): Promise<Row<'savedView'>> {
  const row = await change.get('savedView', id)
  requireEditable(change, row)
  return row
}

function requireShare(reading: Reading): void {
  if (!reading.may('documents.shareView'))
    throw new DomainError('forbidden', { permission: 'documents.shareView' }, { field: 'shared' })
}

/** Views that stand beside this one: all shared ones of the list, or all own ones of its owner. */
async function neighbours(
  change: Change,
  view: { list: string; shared: boolean; ownerUserId: string | null },
): Promise<Row<'savedView'>[]> {
  const { savedView } = change.tables
  const owner = view.shared || view.ownerUserId === null ? undefined : eq(savedView.ownerUserId, view.ownerUserId)
  return change.db
    .select()
    .from(savedView)
    .where(and(eq(savedView.list, view.list), eq(savedView.shared, view.shared), owner, isNull(savedView.deletedAt)))
}

function refuseTaken(others: readonly Row<'savedView'>[], name: string, exceptId: string | null): void {
  if (others.some((other) => other.id !== exceptId && other.name === name))
    throw new DomainError('view_name_taken', { name }, { field: 'name' })
}

export type ViewsService = ReturnType<typeof createViewsService>
