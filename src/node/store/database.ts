import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/**
 * Query builders of drizzle, typed as SQLite's. Builders are awaited; `.run()`, `.all()` and `.get()` exist on SQLite
 * only and must not be used in services.
 */
export type Database = Pick<
  BetterSQLite3Database<Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$with' | 'with'
>
