/** All tables of one dialect, declared once. The data model is readable in the folder `tables/`. */
import { type ColumnKit, postgresKit, sqliteKit } from './column-kit.ts'
import { defineAnimalTables } from './tables/animals.table.ts'
import { defineCustomerTables } from './tables/customers.table.ts'
import { defineDocumentTables } from './tables/documents.table.ts'
import { defineLedgerTables } from './tables/ledger.table.ts'
import { definePeopleTables } from './tables/people.table.ts'
import { defineSystemTables } from './tables/system.table.ts'

function defineSchema(kit: ColumnKit) {
  const people = definePeopleTables(kit)
  const customers = defineCustomerTables(kit)
  return {
    ...defineLedgerTables(kit),
    ...defineSystemTables(kit),
    ...people,
    ...customers,
    ...defineDocumentTables(kit),
    ...defineAnimalTables(kit, people, customers),
  }
}

export type Schema = ReturnType<typeof defineSchema>

export const sqliteSchema: Schema = defineSchema(sqliteKit)
export const postgresSchema: Schema = defineSchema(postgresKit)
