import { z } from 'zod'

/** What a field can be filtered by, and so which operators and which value editor it gets. */
export type FilterKind = 'text' | 'choice' | 'number' | 'date' | 'boolean'

export const opsByKind = {
  text: ['contains', 'startsWith', 'is', 'isNot', 'isEmpty', 'isNotEmpty'],
  choice: ['isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'],
  number: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'isEmpty', 'isNotEmpty'],
  date: ['on', 'before', 'after', 'between', 'inLastDays', 'inNextDays', 'isEmpty', 'isNotEmpty'],
  boolean: ['isTrue', 'isFalse'],
} as const satisfies Record<FilterKind, readonly string[]>

export type FilterOp = (typeof opsByKind)[FilterKind][number]

export type FilterOption = { value: string; label: string }

/** A field people may filter by. Choices come as a list or from a loader that gets what was typed. */
export type FilterField = {
  id: string
  label: string
  kind: FilterKind
  unit?: string
  options?: readonly FilterOption[]
  loadOptions?: (text: string) => Promise<readonly FilterOption[]>
  /** Label of a choice that is not among the options at hand, for example from a saved view. */
  labelOf?: (value: string) => string
}

export type FilterValue = string | number | string[] | [number, number]
export type Condition = { field: string; op: FilterOp; value?: FilterValue }
export type FilterNode = Condition | FilterGroup
export type FilterGroup = { all: FilterNode[] } | { any: FilterNode[] }

const allOps = [...new Set(Object.values(opsByKind).flat())] as [FilterOp, ...FilterOp[]]

const conditionSchema = z.object({
  field: z.string().min(1),
  op: z.enum(allOps),
  value: z.union([z.string(), z.number(), z.tuple([z.number(), z.number()]), z.array(z.string())]).optional(),
})

/** Reads a filter from a URL or a saved view; refuses what is not a well-formed group. */
export const filterGroupSchema: z.ZodType<FilterGroup> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(filterNodeSchema) }).strict(),
    z.object({ any: z.array(filterNodeSchema) }).strict(),
  ]),
)
const filterNodeSchema: z.ZodType<FilterNode> = z.lazy(() => z.union([conditionSchema, filterGroupSchema]))

/** Tells a group from a condition. */
export function isGroup(node: FilterNode): node is FilterGroup {
  return 'all' in node || 'any' in node
}

/** Gives the members of a group, whichever way they are joined. */
export function membersOf(group: FilterGroup): FilterNode[] {
  return 'all' in group ? group.all : group.any
}

/** Gives how a group joins its members. */
export function joinOf(group: FilterGroup): 'all' | 'any' {
  return 'all' in group ? 'all' : 'any'
}

/** Builds a group from its join and members. */
export function groupOf(join: 'all' | 'any', members: FilterNode[]): FilterGroup {
  return join === 'all' ? { all: members } : { any: members }
}

/** Tells whether an operator needs no value. */
export function opNeedsNoValue(op: FilterOp): boolean {
  return op === 'isEmpty' || op === 'isNotEmpty' || op === 'isTrue' || op === 'isFalse'
}

/** Tells whether a condition is ready to be sent: it names a field and has the value its operator needs. */
export function isComplete({ field, op, value }: Condition): boolean {
  if (field === '') return false
  if (opNeedsNoValue(op)) return true
  if (value === undefined || value === '') return false
  if (Array.isArray(value)) return value.length > 0 && value.every((part) => part !== '' && !Number.isNaN(part))
  return typeof value !== 'number' || Number.isFinite(value)
}

/**
 * Drops conditions that are not complete and groups that are empty, and lifts a group that holds a single group or
 * stands alone with the same join as its parent. Gives null when nothing is left, which means no filter.
 */
export function normaliseFilter(group: FilterGroup | null): FilterGroup | null {
  if (group === null) return null
  const join = joinOf(group)
  const members = membersOf(group).flatMap((node): FilterNode[] => {
    if (!isGroup(node)) return isComplete(node) ? [node] : []
    const inner = normaliseFilter(node)
    if (inner === null) return []
    const innerMembers = membersOf(inner)
    // A group of one, or joined as its parent is, says nothing its members do not say themselves.
    return innerMembers.length === 1 || joinOf(inner) === join ? innerMembers : [inner]
  })
  const only = members[0]
  if (only === undefined) return null
  if (members.length === 1 && isGroup(only)) return only
  return groupOf(members.length === 1 ? 'all' : join, members)
}

/** Counts the conditions in a group, at any depth. */
export function conditionCount(group: FilterGroup | null): number {
  if (group === null) return 0
  return membersOf(group).reduce((sum, node) => sum + (isGroup(node) ? conditionCount(node) : 1), 0)
}

/** Gives the first operator of a kind and an empty value, as a new condition starts. */
export function newCondition(field: FilterField): Condition {
  return { field: field.id, op: opsByKind[field.kind][0], ...emptyValueFor(field.kind, opsByKind[field.kind][0]) }
}

/** Gives the empty value of an operator, keeping a value that still fits when only the operator changed. */
export function changeOp(condition: Condition, kind: FilterKind, op: FilterOp): Condition {
  const next = emptyValueFor(kind, op)
  const sameShape = shapeOf(condition.value) === shapeOf(next.value) && next.value !== undefined
  return { field: condition.field, op, ...(sameShape ? { value: condition.value } : next) }
}

function emptyValueFor(kind: FilterKind, op: FilterOp): { value?: FilterValue } {
  if (opNeedsNoValue(op)) return {}
  if (kind === 'choice') return { value: [] }
  if (op === 'between') return { value: kind === 'number' ? [Number.NaN, Number.NaN] : ['', ''] }
  if (kind === 'number' || op === 'inLastDays' || op === 'inNextDays') return { value: Number.NaN }
  return { value: '' }
}

function shapeOf(value: FilterValue | undefined): string {
  if (!Array.isArray(value)) return typeof value
  return `list of ${value.length === 0 ? 'string' : typeof value[0]}`
}
