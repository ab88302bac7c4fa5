/**
 * Development and test builds prove that nothing writes a domain row outside the command wrapper, and that every row
 * the wrapper touched stands in its changeset. Triggers do it: a write while no command is open is aborted, and each
 * touched row is noted and compared with the ops before commit.
 *
 * On SQLite these are TEMP triggers of the writer connection, so the database file stays the same as in production. On
 * PostgreSQL they are ordinary triggers on a setting that lives as long as the transaction.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { getTableName, sql } from 'drizzle-orm'
import type { ChangeOp } from '../../core/sync/changeset.ts'
import type { Tx } from './engine.ts'
import { type EntityName, entityNames } from './entities.ts'
import type { PostgresStore } from './postgres-engine.ts'
import { sqliteSchema } from './schema.ts'

export interface WriteGuard {
  open(tx: Tx): Promise<void>
  /** Throws when rows were touched that the ops do not name; closes the gate. */
  verify(tx: Tx, ops: readonly ChangeOp[]): Promise<void>
}

function tableName(entity: EntityName): string {
  return getTableName(sqliteSchema[entity])
}

export function installSqliteGuard(writer: BetterSqlite3.Database): WriteGuard {
  writer.exec('create temp table write_gate (open integer not null)')
  writer.exec('insert into write_gate values (0)')
  writer.exec(
    'create temp table touched_row (entity text not null, id text not null, primary key (entity, id)) without rowid',
  )
  for (const entity of entityNames) {
    const table = tableName(entity)
    const shut = `select raise(abort, 'write_outside_command') where (select open from write_gate) = 0`
    writer.exec(
      `create temp trigger guard_${table}_insert before insert on main.${table} begin ${shut}; insert or ignore into touched_row values ('${entity}', new.id); end`,
    )
    writer.exec(
      `create temp trigger guard_${table}_update before update on main.${table} begin ${shut}; insert or ignore into touched_row values ('${entity}', new.id); end`,
    )
    writer.exec(
      `create temp trigger guard_${table}_delete before delete on main.${table} begin select raise(abort, 'records_are_never_erased'); end`,
    )
  }
  return {
    open: async (tx) => {
      await tx.execute(sql`delete from temp.touched_row`)
      await tx.execute(sql`update temp.write_gate set open = 1`)
    },
    verify: async (tx, ops) => {
      const touched = await tx.raw<{ entity: string; id: string }>(sql`select entity, id from temp.touched_row`)
      const named = new Set(ops.map((op) => `${op.e}/${op.id}`))
      const missing = touched.filter((row) => !named.has(`${row.entity}/${row.id}`))
      if (missing.length > 0)
        throw new Error(`written but not in the changeset: ${JSON.stringify(missing.slice(0, 5))}`)
      await tx.execute(sql`update temp.write_gate set open = 0`)
    },
  }
}

export async function installPostgresGuard(store: PostgresStore): Promise<WriteGuard> {
  await store.script(`
    create or replace function guard_write() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'records_are_never_erased'; end if;
      if coalesce(current_setting('reprotech.command', true), '') <> 'open' then raise exception 'write_outside_command'; end if;
      return new;
    end $$;
    ${entityNames
      .map((entity) => {
        const table = tableName(entity)
        return `drop trigger if exists guard_write on ${table};
          create trigger guard_write before insert or update or delete on ${table} for each row execute function guard_write();`
      })
      .join('\n')}
  `)
  return {
    open: (tx) => tx.execute(sql`select set_config('reprotech.command', 'open', true)`),
    verify: (tx) => tx.execute(sql`select set_config('reprotech.command', '', true)`),
  }
}

/** Takes the guard out of a database that a development build opened before: its triggers stay with the database. */
export async function removePostgresGuard(store: PostgresStore): Promise<void> {
  await store.script('drop function if exists guard_write() cascade')
}
