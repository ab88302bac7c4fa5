/**
 * What every list of records takes and answers, on screens and over REST alike: `limit`, `cursor` (or `offset` for a
 * grid that jumps), `sort`, `q` for search as you type, plain field filters, and `where` for groups of conditions.
 */
import { z } from 'zod'

export const comparisons = [
  'is',
  'is_not',
  'in',
  'not_in',
  'contains',
  'starts_with',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'is_empty',
  'is_not_empty',
] as const

export type Comparison = (typeof comparisons)[number]

const scalar = z.union([z.string().max(500), z.number(), z.boolean()])

export const condition = z.object({
  field: z.string().min(1).max(60),
  op: z.enum(comparisons),
  value: z.union([scalar, z.array(scalar).max(1000)]).optional(),
})

export type Condition = z.infer<typeof condition>

/** A group of conditions: all of them must hold, or any of them. Groups nest at most four deep. */
export type ConditionGroup =
  | { readonly all: readonly (Condition | ConditionGroup)[] }
  | { readonly any: readonly (Condition | ConditionGroup)[] }

const maxDepth = 4

function groupAtDepth(depth: number): z.ZodType<ConditionGroup> {
  const members =
    depth === 1 ? z.array(condition).max(50) : z.array(z.union([condition, groupAtDepth(depth - 1)])).max(50)
  return z.union([z.strictObject({ all: members }), z.strictObject({ any: members })]) as z.ZodType<ConditionGroup>
}

export const conditionGroup = groupAtDepth(maxDepth)

/** A group as it comes: a value, or JSON text where there is only an address to put it in. */
const conditionGroupOrText = z.union([
  conditionGroup,
  z
    .string()
    .max(8000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(conditionGroup),
])

/** Sort keys by comma, `-` in front for descending: `-birthDate,name`. */
export const sortText = z
  .string()
  .max(200)
  .regex(/^-?\w+(,-?\w+)*$/)

export const maxPage = 500

/** Input of a list: the shared parameters plus the field filters an area declares. */
export function listInput<Shape extends z.ZodRawShape>(filters: Shape) {
  return z.object({
    limit: z.number().int().min(1).max(maxPage).default(50),
    cursor: z.string().max(2000).optional().describe('nextCursor of the page before'),
    offset: z.number().int().min(0).optional().describe('first row, for windows; ignored when a cursor is given'),
    sort: sortText.optional(),
    q: z.string().trim().max(200).optional().describe('search as you type, every word a prefix'),
    where: conditionGroupOrText.optional().describe('groups of conditions; in an address, as JSON text'),
    ...filters,
  })
}

/** Answer of a list. `total` counts all rows that match, not only this page. */
export function listOutput<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  })
}

export interface ListAnswer<Item> {
  items: Item[]
  nextCursor: string | null
  total: number
}
