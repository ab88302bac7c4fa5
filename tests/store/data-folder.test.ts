/** A data folder belongs to one process; it is checked after an unclean stop, backed up, and restored. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DomainError } from '../../src/core/kernel/refusal.ts'
import { createSystemIds, systemClock } from '../../src/node/runtime/ports.ts'
import { listBackups, takeBackup, thinOutBackups } from '../../src/node/store/backup.ts'
import { lockFolder } from '../../src/node/store/folder-lock.ts'
import { openHqStore } from '../../src/node/store/open-hq-store.ts'
import { openStationStore, scheduleRestore } from '../../src/node/store/open-station-store.ts'

const ids = createSystemIds()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reprotech-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const openStation = () => openStationStore({ folder, clock: systemClock, ids, guarded: true })

async function codeOf(work: () => unknown): Promise<unknown> {
  try {
    await work()
    return 'no refusal'
  } catch (error) {
    return error instanceof DomainError ? error.code : error
  }
}

function lockFromAnotherProcess(): string {
  const program = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src/node/store/folder-lock.ts'))}
    try { lockFolder(process.argv[1]); console.log('locked') } catch (error) { console.log(error.code) }`
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program, folder], {
    encoding: 'utf8',
  }).stdout.trim()
}

describe('the lock of a data folder', () => {
  test('keeps a second process out, and lets it in when the first has gone', async () => {
    const store = await openStation()
    expect(lockFromAnotherProcess()).toBe('data_folder_in_use')
    await store.close()
    expect(lockFromAnotherProcess()).toBe('locked')
  })

  test('keeps a second HQ from opening the folder of a running one', async () => {
    const first = await openHqStore({ folder, databaseUrl: undefined, clock: systemClock, ids, guarded: false })
    expect(
      await codeOf(() => openHqStore({ folder, databaseUrl: undefined, clock: systemClock, ids, guarded: false })),
    ).toBe('data_folder_in_use')
    await first.close()
    const again = await openHqStore({ folder, databaseUrl: undefined, clock: systemClock, ids, guarded: false })
    expect(again.device).toBe(first.device)
    await again.close()
  })

  test('leaves nothing to clear by hand after a crash', async () => {
    // The child takes the lock and ends without letting go of it.
    expect(lockFromAnotherProcess()).toBe('locked')
    lockFolder(folder).release()
  })
})

describe('opening a station', () => {
  test('keeps its device id and says when the last run did not stop in order', async () => {
    const first = await openStation()
    expect(first.afterUncleanStop).toBe(false)
    await first.close()
    writeFileSync(join(folder, 'open.mark'), 'left by a crash')
    const second = await openStation()
    expect([second.afterUncleanStop, second.device]).toEqual([true, first.device])
    await second.close()
  })

  test('refuses a damaged database after an unclean stop instead of working on it', async () => {
    await (await openStation()).close()
    const file = join(folder, 'reprotech.sqlite')
    truncateSync(file, 8192)
    writeFileSync(join(folder, 'open.mark'), 'left by a crash')
    expect(['database_damaged', 'SQLITE_CORRUPT']).toContain(
      await codeOf(openStation).then((code) => (code as { code?: string }).code ?? code),
    )
  })
})

describe('backups', () => {
  test("are verified copies that can take the database's place; what was there stays beside it", async () => {
    const store = await openStation()
    const backup = await takeBackup(store.connection, join(folder, 'backups'), 'on-demand', systemClock)
    store.connection.exec(`insert into node_state values ('after', 'backup')`)
    scheduleRestore(folder, backup.name, copyFileSync)
    await store.close()
    const restored = await openStation()
    expect(restored.connection.prepare(`select * from node_state where key = 'after'`).all()).toEqual([])
    expect(existsSync(join(folder, 'replaced-1.sqlite'))).toBe(true)
    await restored.close()
  })

  test('a backup that was damaged since is refused and replaces nothing', async () => {
    const store = await openStation()
    const backup = await takeBackup(store.connection, join(folder, 'backups'), 'on-demand', systemClock)
    truncateSync(join(folder, 'backups', backup.name), 4096)
    expect(await codeOf(() => scheduleRestore(folder, backup.name, copyFileSync))).toBe('backup_damaged')
    await store.close()
  })

  test('a name that walks out of the folder is not a backup', async () => {
    const store = await openStation()
    expect(await codeOf(() => scheduleRestore(folder, '../reprotech.sqlite', copyFileSync))).toBe('not_found')
    await store.close()
  })

  test('are thinned out by age, the newest always stay', async () => {
    const store = await openStation()
    let now = Date.UTC(2026, 0, 1)
    const clock = { nowMs: () => now }
    for (let index = 0; index < 5; index += 1) {
      await takeBackup(store.connection, join(folder, 'backups'), 'scheduled', clock)
      now += 3_600_000
    }
    thinOutBackups(join(folder, 'backups'), { keepScheduled: 2 })
    expect(listBackups(join(folder, 'backups')).map((backup) => backup.takenAt)).toEqual([
      '2026-01-01T04:00:00.000Z',
      '2026-01-01T03:00:00.000Z',
    ])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2)
    await store.close()
  })
})
