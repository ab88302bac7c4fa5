/** What a list of one kind of record can be filtered and sorted by. */
import type { SQL } from 'drizzle-orm'
import type { Condition } from '../../core/kernel/listing.ts'
import type { ReadTx } from './engine.ts'
import type { EntityName } from './entities.ts'
import type { Searchable } from './search.ts'

export type FieldKind = 'text' | 'choice' | 'number' | 'date' | 'boolean'

/** One field that a list can be filtered or sorted by. */
export interface ListField {
  readonly kind: FieldKind
  /** Column of the listed table by property name; the field's own name when left out. */
  readonly column?: string
  readonly sortable?: boolean
  /** For what is not a column: turns one comparison into SQL over the listed table. */
  readonly condition?: (comparison: Condition, tx: ReadTx) => SQL | undefined
}

export interface ListSpec {
  readonly entity: EntityName
  readonly fields: Readonly<Record<string, ListField>>
  readonly defaultSort: string
  readonly searchable?: Searchable
  /** Property name of the site column; rows outside the caller's sites stay out. Null for shared records. */
  readonly siteColumn: string | null
}
