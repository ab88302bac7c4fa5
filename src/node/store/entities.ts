/**
 * The domain records: which table each lives in, which record it is a part of, and where its site is found. Everything
 * that must know "all synced tables" reads this list: the wrapper, the write guard, history, and later the merge.
 */
import type { Schema } from './schema.ts'

export interface EntityDeclaration {
  /** The record people think of when they ask for history: a tag belongs to its animal. */
  readonly root: { readonly entity: EntityName; readonly idField: string } | null
  /** Facts that happened are inserted and never edited; corrections are new rows. */
  readonly appendOnly?: boolean
}

const self = null

export const entities = {
  site: { root: self },
  user: { root: self },
  userRole: { root: { entity: 'user', idField: 'userId' } },
  signInEvent: { root: self, appendOnly: true },
  nodeSetting: { root: self },
  customer: { root: self },
  customerContact: { root: { entity: 'customer', idField: 'customerId' } },
  customerAddress: { root: { entity: 'customer', idField: 'customerId' } },
  customerInteraction: { root: { entity: 'customer', idField: 'customerId' } },
  attachment: { root: self },
  savedView: { root: self },
  importBatch: { root: self },
  animal: { root: self },
  animalIdentifier: { root: { entity: 'animal', idField: 'animalId' } },
  animalRole: { root: { entity: 'animal', idField: 'animalId' } },
  animalInternalNumber: { root: { entity: 'animal', idField: 'animalId' } },
  animalActivity: { root: { entity: 'animal', idField: 'animalId' } },
  animalMeasurement: { root: { entity: 'animal', idField: 'animalId' }, appendOnly: true },
} as const satisfies Record<string, { root: { entity: string; idField: string } | null; appendOnly?: boolean }>

export type EntityName = keyof typeof entities & keyof Schema

export const entityNames = Object.keys(entities) as EntityName[]

export function declarationOf(entity: EntityName): EntityDeclaration {
  return entities[entity] as EntityDeclaration
}

/** A row as services read it. */
export type Row<Entity extends EntityName> = Schema[Entity]['$inferSelect']

type Kept = 'rev' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'deletedAt'

/** What a service gives for a new row: its own fields; the id may be left to the wrapper. */
export type NewRow<Entity extends EntityName> = Omit<Schema[Entity]['$inferInsert'], Kept | 'id'> & { id?: string }

/** What a service gives to change a row. */
export type Patch<Entity extends EntityName> = Partial<Omit<Schema[Entity]['$inferInsert'], Kept | 'id'>>
