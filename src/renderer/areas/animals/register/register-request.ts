/** From what the register shows to what the node is asked: age sorts by birth date, F is filtered in percent. */
import type { AnimalSelection } from '../../../../core/areas/animals/animals.fields.ts'
import type { Condition, ConditionGroup } from '../../../../core/kernel/listing.ts'
import type { ListRequest } from '../../../lib/list/use-list-window.ts'
import { todayHere, whereFromFilter } from '../../../lib/list/where-from-filter.ts'
import type { Selection } from '../../../ui/data-grid/selection.ts'
import type { FilterGroup } from '../../../ui/filter/filter-model.ts'

export const registerInstants = ['createdAt', 'updatedAt']

/** Puts a request of the grid into the node's terms. */
export function toAnimalRequest<Request extends Pick<ListRequest, 'sort' | 'where'>>(request: Request): Request {
  const { sort, where } = request
  return {
    ...request,
    ...(sort === undefined ? {} : { sort: sortByBirth(sort) }),
    ...(where === undefined ? {} : { where: inFractions(where) }),
  }
}

/** The oldest come first when age falls, so the direction turns round. */
function sortByBirth(sort: string): string {
  const terms = sort
    .split(',')
    .map((term) => (term === 'ageMonths' ? '-birthDate' : term === '-ageMonths' ? 'birthDate' : term))
  return terms.join(',')
}

function inFractions(group: ConditionGroup): ConditionGroup {
  const members = ('all' in group ? group.all : group.any).map((node) =>
    'field' in node ? inFraction(node) : inFractions(node),
  )
  return 'all' in group ? { all: members } : { any: members }
}

function inFraction(condition: Condition): Condition {
  if (condition.field !== 'inbreeding' || condition.value === undefined) return condition
  const { value } = condition
  const part = (number: unknown) => (typeof number === 'number' ? number / 100 : number) as number
  return { ...condition, value: Array.isArray(value) ? value.map(part) : part(value) }
}

export interface Shown {
  readonly filter: FilterGroup | null
  readonly q: string
  readonly filters: { siteId?: string }
}

/** What the list is narrowed to, as bulk commands and exports take it. */
export function shownQuery({ filter, q, filters }: Shown): { siteId?: string; q?: string; where?: ConditionGroup } {
  const where = whereFromFilter(filter, { today: todayHere(), instants: new Set(registerInstants) })
  const text = q.trim()
  return toAnimalRequest({ ...filters, ...(text === '' ? {} : { q: text }), ...(where === undefined ? {} : { where }) })
}

/** A selection of the grid as the node takes it. */
export function toAnimalSelection(selection: Selection, shown: Shown): AnimalSelection {
  return selection.mode === 'some'
    ? { ids: [...selection.keys] }
    : ({ query: shownQuery(shown), except: [...selection.keys] } as AnimalSelection)
}
