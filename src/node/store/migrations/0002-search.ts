import type { MigrationStep } from '../migrate.ts'
import { searchTablesPostgres, searchTablesSqlite } from '../search-tables.ts'

const searchable = ['animal', 'customer', 'user']

export const search: MigrationStep = {
  version: 2,
  name: 'search',
  sqlite: searchable.map(searchTablesSqlite).join('\n'),
  postgres: searchable.map(searchTablesPostgres).join('\n'),
}
