/** Segments: shared views of the customers list, each with the number of customers its filter finds now. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { SavedView, ViewFields, ViewState } from '../../../core/areas/documents/views.model.ts'
import type { Condition, ConditionGroup } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { Row } from '../../store/entities.ts'
import { type ListRequest, listCondition } from '../../store/list-query.ts'
import { customerList } from './customers.list.ts'

type Filter = Pick<ListRequest, 'q' | 'where' | 'filters'>

/** What the customers area asks of saved views. */
export interface SegmentViews {
  create(change: Change, fields: ViewFields): Promise<SavedView>
  present(reading: Reading, row: Row<'savedView'>): SavedView
}

type Segment = SavedView & { count: number | null }

const listName = 'customers'

/** The filter narrowed to a segment. Refuses `segment_unknown`. */
export async function withinSegment(reading: Reading, segmentId: string | undefined, filter: Filter): Promise<Filter> {
  if (segmentId === undefined) return filter
  const { savedView } = reading.tables
  const [view] = await reading.db
    .select()
    .from(savedView)
    .where(
      and(
        eq(savedView.id, segmentId),
        eq(savedView.list, listName),
        eq(savedView.shared, true),
        isNull(savedView.deletedAt),
      ),
    )
  if (view === undefined) throw new DomainError('segment_unknown', { segmentId }, { field: 'segmentId' })
  const segment = filterOf(view.state as ViewState)
  const groups = [segment.where, filter.where].filter((group) => group !== undefined)
  const words = [segment.q, filter.q].filter((text) => text !== undefined)
  return {
    filters: filter.filters,
    q: words.length === 0 ? undefined : words.join(' '),
    where: groups.length === 0 ? undefined : { all: groups },
  }
}

/** A view's filter with its plain filters turned into conditions, so that filters of the caller cannot replace them. */
function filterOf(state: ViewState): { q: string | undefined; where: ConditionGroup } {
  const conditions: Condition[] = Object.entries(state.filters ?? {}).map(([field, value]) => ({
    field,
    op: Array.isArray(value) ? 'in' : 'is',
    value,
  }))
  return { q: state.q, where: { all: state.where === undefined ? conditions : [...conditions, state.where] } }
}

export function createSegments(counts: CountCache, views: SegmentViews) {
  async function countOf(reading: Reading, state: ViewState): Promise<number> {
    const condition = await listCondition(reading, customerList, filterOf(state), reading.scope('customers.read'))
    return counts.count(reading, 'customer', reading.tables.customer, condition)
  }

  /** Null when the list no longer knows what the filter names; the view stays, a person must mend it. */
  async function countIfFits(reading: Reading, state: ViewState): Promise<number | null> {
    try {
      return await countOf(reading, state)
    } catch (error) {
      // Refused while the condition was put together, before any SQL ran: the transaction is untouched.
      if (error instanceof DomainError && error.code === 'validation_failed') return null
      throw error
    }
  }

  return {
    async segments(reading: Reading): Promise<{ items: Segment[] }> {
      const { savedView } = reading.tables
      const rows = await reading.db
        .select()
        .from(savedView)
        .where(and(eq(savedView.list, listName), eq(savedView.shared, true), isNull(savedView.deletedAt)))
        .orderBy(asc(savedView.position), asc(savedView.name), asc(savedView.id))
      const items: Segment[] = []
      for (const row of rows)
        items.push({ ...views.present(reading, row), count: await countIfFits(reading, row.state as ViewState) })
      return { items }
    },

    async createSegment(change: Change, { name, state }: { name: string; state: ViewState }): Promise<Segment> {
      const found = await countIfFits(change, state)
      if (found === null) throw new DomainError('segment_broken', {}, { field: 'state' })
      return { ...(await views.create(change, { list: listName, name, shared: true, state })), count: found }
    },
  }
}
