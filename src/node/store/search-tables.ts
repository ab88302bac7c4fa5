/**
 * SQL of the search tables, one pair per searchable kind of record. SQLite: FTS5 with prefix indexes over an entry
 * table, kept in step by triggers. PostgreSQL: a tsvector with a GIN index. Both hold normalised text
 * (`core/kernel/search-text.ts`), so that one query text works on both.
 */
export function searchTablesSqlite(name: string): string {
  return `
create table search_${name} (key integer primary key, record_id text not null unique, body text not null);
create virtual table search_${name}_fts using fts5(body, content='search_${name}', content_rowid='key', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2', detail='none', columnsize=0);
create trigger search_${name}_insert after insert on search_${name} begin
  insert into search_${name}_fts(rowid, body) values (new.key, new.body);
end;
create trigger search_${name}_delete after delete on search_${name} begin
  insert into search_${name}_fts(search_${name}_fts, rowid, body) values ('delete', old.key, old.body);
end;
create trigger search_${name}_update after update on search_${name} begin
  insert into search_${name}_fts(search_${name}_fts, rowid, body) values ('delete', old.key, old.body);
  insert into search_${name}_fts(rowid, body) values (new.key, new.body);
end;
`
}

export function searchTablesPostgres(name: string): string {
  return `
create table search_${name} (key bigint generated always as identity primary key, record_id text not null unique, body text not null,
  vector tsvector generated always as (to_tsvector('simple', body)) stored);
create index search_${name}_vector on search_${name} using gin (vector);
`
}
