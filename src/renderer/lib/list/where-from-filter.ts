/**
 * Turns the filter of a list screen into the conditions a list of the contract takes. Days and "in the last 30 days"
 * become dates here, because only the person's clock and zone know what today is.
 */
import { exhaustive } from '../../../core/kernel/assert.ts'
import type { ConditionGroup, Condition as NodeCondition } from '../../../core/kernel/listing.ts'
import { type Condition, type FilterGroup, isComplete, isGroup, membersOf } from '../../ui/filter/filter-model.ts'

export interface FilterFacts {
  /** Today as `YYYY-MM-DD` where the person is. */
  readonly today: string
  /** Fields that hold instants: a day means the 24 hours of it in the person's zone. */
  readonly instants?: ReadonlySet<string>
}

/** Gives the conditions, or undefined when nothing is filtered. Conditions that are not complete are left out. */
export function whereFromFilter(group: FilterGroup | null, facts: FilterFacts): ConditionGroup | undefined {
  if (group === null) return undefined
  const members = membersOf(group).flatMap((node): (NodeCondition | ConditionGroup)[] => {
    if (isGroup(node)) {
      const inner = whereFromFilter(node, facts)
      return inner === undefined ? [] : [inner]
    }
    return isComplete(node) ? [fromCondition(node, facts)] : []
  })
  if (members.length === 0) return undefined
  return 'all' in group ? { all: members } : { any: members }
}

type Term = NodeCondition | ConditionGroup

function fromCondition(condition: Condition, facts: FilterFacts): Term {
  const { field, op } = condition
  const value = condition.value as NodeCondition['value']
  switch (op) {
    case 'contains':
      return { field, op: 'contains', value }
    case 'startsWith':
      return { field, op: 'starts_with', value }
    case 'is':
    case 'eq':
      return { field, op: 'is', value }
    case 'isNot':
    case 'ne':
      return { field, op: 'is_not', value }
    case 'isAnyOf':
      return { field, op: 'in', value }
    case 'isNoneOf':
      return { field, op: 'not_in', value }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return { field, op, value }
    case 'isEmpty':
      return { field, op: 'is_empty' }
    case 'isNotEmpty':
      return { field, op: 'is_not_empty' }
    case 'isTrue':
      return { field, op: 'is', value: true }
    case 'isFalse':
      return { field, op: 'is', value: false }
    case 'between':
      return typeof (value as unknown[])[0] === 'number'
        ? { field, op: 'between', value }
        : days(field, String((value as unknown[])[0]), String((value as unknown[])[1]), facts)
    case 'on':
      return days(field, String(value), String(value), facts)
    case 'before':
      return { field, op: 'lt', value: isInstant(field, facts) ? startOf(String(value)) : value }
    case 'after':
      return isInstant(field, facts)
        ? { field, op: 'gte', value: startOf(dayAfter(String(value), 1)) }
        : { field, op: 'gt', value }
    case 'inLastDays':
      return days(field, dayAfter(facts.today, -Number(value)), facts.today, facts)
    case 'inNextDays':
      return days(field, facts.today, dayAfter(facts.today, Number(value)), facts)
    default:
      return exhaustive(op)
  }
}

function isInstant(field: string, facts: FilterFacts): boolean {
  return facts.instants?.has(field) === true
}

/** From the first day to the last, both whole. */
function days(field: string, from: string, to: string, facts: FilterFacts): Term {
  if (!isInstant(field, facts)) return { field, op: 'between', value: [from, to] }
  return {
    all: [
      { field, op: 'gte', value: startOf(from) },
      { field, op: 'lt', value: startOf(dayAfter(to, 1)) },
    ],
  }
}

/** The day so many days later. Noon keeps it clear of any change of the clock. */
function dayAfter(isoDate: string, count: number): string {
  const at = new Date(`${isoDate}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

/** The instant at which a day begins where the person is. */
function startOf(isoDate: string): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  return new Date(year, month - 1, day).toISOString()
}

/** Today as `YYYY-MM-DD` where the person is. */
export function todayHere(now: Date = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
