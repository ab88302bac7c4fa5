/** Saved views: a named filter of a list with its columns and order, for oneself or for everybody. */
import { z } from 'zod'
import { conditionGroup, sortText } from '../../kernel/listing.ts'
import { recordColumns, requiredText } from '../../kernel/procedure.ts'

/** Lists are named as their contract is: `customers`, `animals`. */
export const listName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z]*$/)

const scalar = z.union([z.string().max(500), z.number(), z.boolean()])

/** Beyond this a view holds something that is not a filter. */
const maxStateCharacters = 40_000

/**
 * What a view remembers. The filter has the form every list takes, so that the node can count what a segment holds; the
 * rest (columns, widths, density) is the grid's own and is kept as it came.
 */
export const viewState = z
  .looseObject({
    q: z.string().trim().max(200).optional(),
    filters: z.record(z.string().max(60), z.union([scalar, z.array(scalar).max(200)])).optional(),
    where: conditionGroup.optional(),
    sort: sortText.optional(),
  })
  .refine((state) => JSON.stringify(state).length <= maxStateCharacters, 'too_big')

export const savedView = z.object({
  ...recordColumns,
  list: z.string(),
  name: z.string(),
  ownerUserId: z.string().nullable(),
  shared: z.boolean(),
  state: viewState,
  position: z.number().int(),
  editable: z.boolean().describe('whether the caller may change it: its owner, or a manager when it is shared'),
})

export const viewFields = z.strictObject({
  list: listName,
  name: requiredText(80),
  shared: z.boolean().default(false),
  state: viewState,
})

export type ViewState = z.infer<typeof viewState>
export type SavedView = z.infer<typeof savedView>
export type ViewFields = z.infer<typeof viewFields>
