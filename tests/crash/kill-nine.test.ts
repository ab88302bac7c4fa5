/**
 * kill -9 of the real programs while they write, again and again on the same data: what was acknowledged must be there,
 * the chain of changesets whole, the database file sound. It proves the death of a process, not a power cut.
 *
 * REPROTECH_KILLS sets the number of kills of a station (default 200), REPROTECH_SEED the seed of the moments.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { seededNumbers } from '../support/seeded-random.ts'
import { findLosses, openWriteBook, type WriteBook, type WrittenKind, writeUntilDeath } from './acknowledged-writes.ts'
import { administrator, type Program, startProgram } from './program-process.ts'
import { type RestCaller, signIn } from './rest-client.ts'

const kills = Number(process.env.REPROTECH_KILLS ?? 200)
const seed = Number(process.env.REPROTECH_SEED ?? 20_261_124)
const minutes = 60_000

/** Kills on one data folder; then a new one, so that first starts and small files die too. */
const killsPerFolder = 25
const writers = 6
/** One kill in so many falls into the start itself: migration, recovery, repair of the last death. */
const killsOfStarts = 8
/** A kill comes after one to so many answers, and up to a few milliseconds later. */
const mostAnswers = 40
const longestPauseMs = 8
const longestStartMs = 500

interface Run {
  readonly book: WriteBook
  /** Kinds of record the writers write; known from the first start on. */
  readonly kinds: WrittenKind[]
  readonly deaths: { writing: number; starting: number }
  readonly losses: string[]
}

test(`a station finds every acknowledged command after ${kills} kills during writes`, {
  timeout: 15 * minutes,
}, async () => {
  const folders = Math.ceil(kills / killsPerFolder)
  const runs: Run[] = []
  const waiting = Array.from({ length: folders }, (_none, index) => ({
    index,
    kills: Math.min(killsPerFolder, kills - index * killsPerFolder),
  }))
  // Two at a time: a start is bound by one core.
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      runs.push(await killAgainAndAgain('station', next.kills, seed + next.index))
  }
  await Promise.all([lane(), lane()])
  judge(runs, kills)
})

test('HQ on embedded PGlite finds every acknowledged command after 10 kills during writes', {
  timeout: 5 * minutes,
}, async () => {
  judge([await killAgainAndAgain('hq', 10, seed)], 10)
})

function judge(runs: readonly Run[], expectedDeaths: number): void {
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0)
  const [writing, starting] = [sum((run) => run.deaths.writing), sum((run) => run.deaths.starting)]
  const [acknowledged, unanswered] = [sum((run) => run.book.acknowledged), sum((run) => run.book.unanswered)]
  process.stdout.write(
    `seed ${seed}: ${writing} kills during writes, ${starting} during starts, ${acknowledged} writes acknowledged, ${unanswered} cut off\n`,
  )
  expect(runs.flatMap((run) => run.losses)).toEqual([])
  expect(writing + starting).toBe(expectedDeaths)
  // Without writes before the kills and writes cut off by them, the above would prove nothing.
  expect(acknowledged).toBeGreaterThan(2 * writing)
  expect(unanswered).toBeGreaterThan(writing)
}

async function killAgainAndAgain(program: Program, deathsWanted: number, ownSeed: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-kill-'))
  const random = seededNumbers(ownSeed)
  const run: Run = { book: openWriteBook(), kinds: [], deaths: { writing: 0, starting: 0 }, losses: [] }
  try {
    await killAtWork(program, folder, run, { random, first: true, label: `${ownSeed}.0` })
    for (let death = 1; death < deathsWanted; death += 1) {
      if (death % killsOfStarts === 0) await killAtStart(program, folder, run, random)
      else await killAtWork(program, folder, run, { random, first: false, label: `${ownSeed}.${death}` })
    }
    await checkAndStop(program, folder, run)
  } catch (cause) {
    throw new Error(
      `seed ${ownSeed} after ${run.deaths.writing} kills during writes and ${run.deaths.starting} during starts`,
      { cause },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return run
}

async function killAtWork(
  program: Program,
  folder: string,
  run: Run,
  { random, first, label }: { random: () => number; first: boolean; label: string },
): Promise<void> {
  const running = startProgram(program, folder, { createAdministrator: first })
  try {
    const caller = await signIn(await running.ready, administrator)
    if (first) run.kinds.push(...(await prepareKinds(caller)))
    else run.losses.push(...(await check(caller, run)))
    const killed = Promise.withResolvers<void>()
    // Counted in answers, not in time, so that a busy machine dies in the midst of work too.
    let answersToGo = 1 + Math.floor(random() * mostAnswers)
    const onAnswer = () => {
      answersToGo -= 1
      if (answersToGo !== 0) return
      wait(random() * longestPauseMs)
        .then(() => running.kill())
        .then(killed.resolve, killed.reject)
    }
    const work = Array.from({ length: writers }, (_none, writer) =>
      writeUntilDeath(caller, run.book, {
        kinds: run.kinds,
        name: `${label}.${writer}`,
        random: seededNumbers(seed + run.book.acknowledged + writer),
        onAnswer,
      }),
    )
    await Promise.all([...work, killed.promise])
    run.deaths.writing += 1
  } finally {
    await running.kill()
  }
}

async function killAtStart(program: Program, folder: string, run: Run, random: () => number): Promise<void> {
  const running = startProgram(program, folder, { createAdministrator: false })
  await wait(random() * longestStartMs)
  await running.kill()
  run.deaths.starting += 1
}

async function checkAndStop(program: Program, folder: string, run: Run): Promise<void> {
  const running = startProgram(program, folder, { createAdministrator: false })
  try {
    const caller = await signIn(await running.ready, administrator)
    run.losses.push(...(await check(caller, run)))
    if ((await running.stop()) !== 0) run.losses.push('the program did not stop in order')
  } finally {
    await running.kill()
  }
  if (program === 'station') run.losses.push(...fileFaults(join(folder, 'reprotech.sqlite')))
}

/** What is lost or broken, as sentences. A station has run `integrity_check` by itself before it answered. */
async function check(caller: RestCaller, { book, kinds }: Run): Promise<string[]> {
  const losses = await findLosses(caller, book, kinds)
  const { chains } = await caller.ask<{ chains: { device: string; intact: boolean; broken: unknown }[] }>(
    'GET',
    '/audit/verify',
  )
  const broken = chains
    .filter((chain) => !chain.intact)
    .map((chain) => `chain of ${chain.device}: ${JSON.stringify(chain.broken)}`)
  return [...losses, ...broken, ...(chains.length === 0 ? ['no chain was verified'] : [])]
}

function fileFaults(file: string): string[] {
  const database = new BetterSqlite3(file, { readonly: true })
  try {
    const found = database.pragma('integrity_check', { simple: true })
    const orphans = database.pragma('foreign_key_check') as unknown[]
    return [
      ...(found === 'ok' ? [] : [`integrity_check: ${String(found)}`]),
      ...(orphans.length === 0 ? [] : [`${orphans.length} rows without their parent`]),
    ]
  } finally {
    database.close()
  }
}

/** Makes the site that animals need, and tells what the writers write. */
async function prepareKinds(caller: RestCaller): Promise<WrittenKind[]> {
  const { id: siteId } = await caller.ask<{ id: string }>('POST', '/sites', {
    code: 'KHJ',
    name: 'Al Kharj cryo lab',
    kind: 'laboratory',
    timeZone: 'Asia/Riyadh',
  })
  return [
    {
      path: '/customers',
      field: 'notes',
      newRecord: (name) => ({ name, type: 'organization', tags: ['kill'] }),
    },
    {
      path: '/animals',
      field: 'location',
      // Several rows in one command: the animal, its identifier, role and number must be there together or not at all.
      newRecord: (name) => ({
        name,
        siteId,
        species: 'bovine',
        sex: 'female',
        birthDate: '2021-03-14',
        breeds: [{ breed: 'holstein', fraction: 1 }],
        identifiers: [{ scheme: 'herd_book', value: name }],
        roles: [{ role: 'donor', startDate: '2023-05-01' }],
        internalNumber: name,
      }),
    },
  ]
}
