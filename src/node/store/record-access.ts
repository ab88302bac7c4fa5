/**
 * Reading and writing whole records by id: what every command does several times. Query builders rebuild their SQL text
 * on each call, which costs more than the statement; on SQLite these few shapes are statements prepared once.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { type Column, eq, getTableColumns, getTableName, inArray } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import type { Database } from './database.ts'
import type { EntityName } from './entities.ts'
import type { Schema } from './schema.ts'
import type { TurnGiver } from './turn-giver.ts'

export interface StoredRecord extends Record<string, unknown> {
  id: string
  rev: number
  deletedAt: string | null
}

export interface RecordReading {
  /** Rows by id, tombstones included, in no particular order. */
  find(entity: EntityName, ids: readonly string[]): Promise<StoredRecord[]>
}

export interface RecordAccess extends RecordReading {
  insert(entity: EntityName, rows: readonly StoredRecord[]): Promise<void>
  update(entity: EntityName, id: string, fields: Readonly<Record<string, unknown>>): Promise<void>
}

/** Rows per INSERT and ids per SELECT: SQLite allows 32,766 bound values, our widest table has about 40 columns. */
const chunkSize = 500

function chunks<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = []
  for (let start = 0; start < items.length; start += chunkSize) parts.push(items.slice(start, start + chunkSize))
  return parts
}

interface SqliteTable {
  readonly name: string
  readonly fields: readonly { readonly property: string; readonly column: Column; readonly sqlName: string }[]
}

/** Access through prepared statements of one connection. */
export function sqliteRecordAccess(
  connection: BetterSqlite3.Database,
  schema: Schema,
  pause: TurnGiver | null = null,
): RecordAccess {
  const casing = new CasingCache('snake_case')
  const tables = new Map<EntityName, SqliteTable>()
  const statements = new Map<string, BetterSqlite3.Statement>()

  function tableOf(entity: EntityName): SqliteTable {
    let table = tables.get(entity)
    if (table === undefined) {
      const columns = Object.entries(getTableColumns(schema[entity]))
      const fields = columns.map(([property, column]) => ({
        property,
        column: column as Column,
        sqlName: casing.getColumnCasing(column as never),
      }))
      table = { name: getTableName(schema[entity]), fields }
      tables.set(entity, table)
    }
    return table
  }

  function prepared(text: string): BetterSqlite3.Statement {
    let statement = statements.get(text)
    if (statement === undefined) {
      statement = connection.prepare(text)
      statements.set(text, statement)
    }
    return statement
  }

  function read(table: SqliteTable, row: readonly unknown[]): StoredRecord {
    const record: Record<string, unknown> = {}
    for (const [index, { property, column }] of table.fields.entries()) {
      const value = row[index]
      record[property] = value === null ? null : column.mapFromDriverValue(value)
    }
    return record as StoredRecord
  }

  const bound = (column: Column, value: unknown) =>
    value === null || value === undefined ? null : column.mapToDriverValue(value)

  return {
    async find(entity, ids) {
      const table = tableOf(entity)
      const names = table.fields.map((field) => `"${field.sqlName}"`).join(', ')
      return chunks(ids).flatMap((part) => {
        const statement = prepared(
          `select ${names} from "${table.name}" where id in (${part.map(() => '?').join(', ')})`,
        )
        return (statement.raw().all(...part) as unknown[][]).map((row) => read(table, row))
      })
    },
    async insert(entity, rows) {
      const table = tableOf(entity)
      const names = table.fields.map((field) => `"${field.sqlName}"`).join(', ')
      const statement = prepared(
        `insert into "${table.name}" (${names}) values (${table.fields.map(() => '?').join(', ')})`,
      )
      for (const row of rows) {
        statement.run(...table.fields.map(({ property, column }) => bound(column, row[property])))
        if (pause?.isDue() === true) await pause.turn()
      }
    },
    async update(entity, id, fields) {
      const table = tableOf(entity)
      const changed = table.fields.filter(({ property }) => property in fields)
      const statement = prepared(
        `update "${table.name}" set ${changed.map((field) => `"${field.sqlName}" = ?`).join(', ')} where id = ?`,
      )
      statement.run(...changed.map(({ property, column }) => bound(column, fields[property])), id)
      if (pause?.isDue() === true) await pause.turn()
    },
  }
}

/** Access through query builders, for PostgreSQL. */
export function builderRecordAccess(db: Database, schema: Schema): RecordAccess {
  // Every record table has the columns used here; typed as one of them.
  const tableOf = (entity: EntityName) => schema[entity] as unknown as Schema['customer']
  return {
    async find(entity, ids) {
      const table = tableOf(entity)
      const found: StoredRecord[] = []
      for (const part of chunks(ids))
        found.push(...((await db.select().from(table).where(inArray(table.id, part))) as unknown as StoredRecord[]))
      return found
    },
    async insert(entity, rows) {
      for (const part of chunks(rows)) await db.insert(tableOf(entity)).values(part as never)
    },
    async update(entity, id, fields) {
      const table = tableOf(entity)
      await db
        .update(table)
        .set(fields as never)
        .where(eq(table.id, id))
    },
  }
}
