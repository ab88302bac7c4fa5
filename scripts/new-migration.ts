/**
 * Drafts the next migration from the difference between the schema in code and the newest snapshot.
 *
 *   npm run new:migration -- --name add-straws      writes src/node/store/migrations/000N-add-straws.ts and snapshots
 *   npm run new:migration -- --name initial --redo 1  writes step 1 again (only before it was released)
 *
 * The draft is a start: read it, keep one kind of change per step, and add what drizzle does not know (search tables).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { getTableName, is, Table } from 'drizzle-orm'
import { postgresSchema, sqliteSchema } from '../src/node/store/schema.ts'

const folder = new URL('../src/node/store/migrations/', import.meta.url)
/** Small tables read by their key only: one page less to write in every command. */
const withoutRowid = /(CREATE TABLE "(?:change_entry|chain_head|node_state)" \([^;]*\));/g
const { values } = parseArgs({
  options: { name: { type: 'string' }, redo: { type: 'string' }, help: { type: 'boolean' } },
})

if (values.help === true || values.name === undefined) {
  process.stdout.write('usage: npm run new:migration -- --name words-with-hyphens [--redo N]\n')
  process.exit(values.help === true ? 0 : 2)
}

const done = readdirSync(folder).filter((file) => /^\d{4}-.*\.ts$/.test(file)).length
const version = values.redo === undefined ? done + 1 : Number(values.redo)
const number = String(version).padStart(4, '0')
const previous = snapshot(version - 1)
const sqliteNow = await generateSQLiteDrizzleJson(tablesOf(sqliteSchema), undefined, 'snake_case')
const postgresNow = generateDrizzleJson(tablesOf(postgresSchema), undefined, undefined, 'snake_case')
const sqliteBefore = previous?.sqlite ?? (await generateSQLiteDrizzleJson({}))
const postgresBefore = previous?.postgres ?? generateDrizzleJson({})
const sqliteSql = (await generateSQLiteMigration(sqliteBefore, sqliteNow))
  .join('\n')
  .replaceAll('`', '"')
  .replaceAll(withoutRowid, '$1 WITHOUT ROWID;')
const postgresSql = (await generateMigration(postgresBefore, postgresNow)).join('\n')

const constant = values.name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const source = `import type { MigrationStep } from '../migrate.ts'

export const ${constant}: MigrationStep = {
  version: ${version},
  name: '${values.name}',
  sqlite: \`
${sqliteSql}
\`,
  postgres: \`
${postgresSql}
\`,
}
`
writeFileSync(new URL(`${number}-${values.name}.ts`, folder), source)
writeFileSync(
  new URL(`snapshots/${number}.json`, folder),
  `${JSON.stringify({ sqlite: sqliteNow, postgres: postgresNow })}\n`,
)
process.stdout.write(`drafted ${number}-${values.name}; add ${constant} to steps.ts\n`)

function snapshot(of: number): { sqlite: typeof sqliteNow; postgres: typeof postgresNow } | null {
  const file = new URL(`snapshots/${String(of).padStart(4, '0')}.json`, folder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function tablesOf(schema: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).filter(([, table]) => is(table, Table) && getTableName(table) !== ''),
  )
}
