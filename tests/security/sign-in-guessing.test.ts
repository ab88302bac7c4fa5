/** Guessing passwords, PINs, badges and codes; and finding out who exists. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  administratorPassword,
  openPeopleBench,
  type PeopleBench,
  type PeopleClient,
  password,
} from '../services/people-bench.ts'
import { refusalOf } from '../support/test-node.ts'

const minute = 60_000

let bench: PeopleBench
let admin: PeopleClient
beforeAll(async () => {
  bench = await openPeopleBench('sqlite')
})
beforeEach(async () => {
  // Tests move the clock, and an access token lasts ten minutes.
  bench.node.clock.advance(31 * minute)
  admin = bench.client(await bench.signIn('huda', administratorPassword))
})
afterAll(() => bench.close())

const guess = (username: string, given = 'a wrong password') => refusalOf(bench.signIn(username, given))

async function times(count: number, work: () => Promise<{ code: string }>): Promise<string[]> {
  const codes: string[] = []
  for (let time = 0; time < count; time += 1) codes.push((await work()).code)
  return codes
}

const fourThenLocked = ['sign_in_refused', 'sign_in_refused', 'sign_in_refused', 'sign_in_refused', 'account_locked']

describe('the lock on passwords', () => {
  test('closes at the fifth wrong one, refuses the right one too, and opens by itself after fifteen minutes', async () => {
    await bench.add('target')
    expect(await times(5, () => guess('target'))).toEqual(fourThenLocked)
    bench.node.clock.advance(5 * minute)
    const refused = await refusalOf(bench.signIn('target'))
    expect(refused).toMatchObject({ code: 'account_locked', status: 423, data: { retryAfterSeconds: 600 } })
    bench.node.clock.advance(10 * minute - 1)
    expect(await refusalOf(bench.signIn('target'))).toMatchObject({
      code: 'account_locked',
      data: { retryAfterSeconds: 1 },
    })
    bench.node.clock.advance(1)
    expect((await bench.signIn('target')).user.lockedUntil).toBeNull()
    expect(await bench.trail('target')).toEqual([
      'password_set',
      ...Array<string>(5).fill('sign_in_refused/wrong_password'),
      'locked',
      'sign_in_refused/locked',
      'signed_in',
    ])
  })

  test('cannot be outrun by many guesses at the same moment', async () => {
    await bench.add('racer')
    const guesses = Array.from({ length: 12 }, (_, index) => refusalOf(bench.signIn('racer', `guess number ${index}`)))
    const codes = (await Promise.all(guesses)).map((refused) => refused.code)
    expect(codes.filter((code) => code === 'sign_in_refused')).toHaveLength(4)
    expect(await refusalOf(bench.signIn('racer'))).toMatchObject({ code: 'account_locked' })
  })

  test('is lifted by a sign-in, by an administrator and by a reset code', async () => {
    const id = await bench.add('lifted')
    await times(4, () => guess('lifted'))
    await bench.signIn('lifted')
    expect(await times(5, () => guess('lifted'))).toEqual(fourThenLocked)
    expect((await admin.users.get({ id })).lockedUntil).not.toBeNull()
    expect((await admin.users.stats()).locked).toBe(1)
    expect(await admin.users.activate({ id })).toMatchObject({ lockedUntil: null })
    await times(5, () => guess('lifted'))
    const { code } = await admin.users.issueResetCode({ id })
    await bench.door.auth.resetPassword({ username: 'lifted', code, newPassword: 'wide open window' })
    expect((await bench.signIn('lifted', 'wide open window')).user.id).toBe(id)
    expect(await bench.trail('lifted')).toContain('lock_lifted')
  })

  test('also counts wrong passwords given from an open session', async () => {
    await bench.add('inside')
    const client = bench.client(await bench.signIn('inside'))
    const change = () =>
      refusalOf(client.auth.changePassword({ currentPassword: 'a wrong password', newPassword: 'seven slow camels' }))
    expect(await times(5, change)).toEqual([...Array<string>(4).fill('password_wrong'), 'account_locked'])
    expect(await refusalOf(bench.signIn('inside'))).toMatchObject({ code: 'account_locked' })
  })

  test('writes the first, tenth and hundredth try against it into the trail, not every one', async () => {
    await bench.add('hammered')
    await times(5 + 12, () => guess('hammered'))
    expect((await bench.trail('hammered')).filter((event) => event === 'sign_in_refused/locked')).toHaveLength(2)
  })
})

describe('who exists', () => {
  test('shows neither in the answers to sign-in nor in its lock', async () => {
    await bench.add('known')
    const answers = async (username: string) => {
      const all: unknown[] = []
      for (let time = 0; time < 7; time += 1) all.push(await guess(username))
      return all
    }
    expect(await answers('known')).toEqual(await answers('unknown'))
  })

  test('shows not in the time an answer takes: an unknown name costs a password check too', async () => {
    await bench.add('timed')
    const median = async (names: readonly string[]) => {
      const spent: number[] = []
      for (const name of names) {
        const start = process.hrtime.bigint()
        await guess(name)
        spent.push(Number(process.hrtime.bigint() - start) / 1e6)
      }
      return spent.sort((left, right) => left - right)[1] as number
    }
    const known = await median(['timed', 'timed', 'timed'])
    const unknown = await median(['nobody.1', 'nobody.2', 'nobody.3'])
    // Without the work it would be a hundredth; the wide margin is for a busy machine.
    expect(unknown / known).toBeGreaterThan(0.25)
    expect(unknown / known).toBeLessThan(4)
  })

  test('shows not in the answers to a forgotten password, a reset code or a PIN', async () => {
    const id = await bench.add('present')
    const nobody = bench.node.ids.next()
    expect(await bench.door.auth.forgotPassword({ username: 'present' })).toEqual(
      await bench.door.auth.forgotPassword({ username: 'absent' }),
    )
    const reset = (username: string) =>
      refusalOf(bench.door.auth.resetPassword({ username, code: '0000-0000-0000', newPassword: 'seven slow camels' }))
    const unlock = (userId: string) => refusalOf(bench.door.auth.unlock({ userId, pin: '4071' }))
    for (let time = 0; time < 6; time += 1) {
      expect(await reset('present')).toEqual(await reset('absent'))
      expect(await unlock(id)).toEqual(await unlock(nobody))
    }
  })

  test('is not learned from a closed account without its password', async () => {
    const id = await bench.add('closed')
    await admin.users.deactivate({ id })
    expect(await guess('closed')).toEqual(await guess('never.was'))
  })

  test('the counters of unknown names go away by themselves', async () => {
    const counters = () =>
      bench.node.store.engine.read(async (tx) => (await tx.db.select().from(tx.tables.signInGuard)).length)
    for (let name = 0; name < 1000; name += 1) await bench.door.auth.forgotPassword({ username: `stranger ${name}` })
    expect(await counters()).toBeGreaterThan(900)
    bench.node.clock.advance(31 * minute)
    await bench.door.auth.forgotPassword({ username: 'one more' })
    expect(await counters()).toBeLessThanOrEqual(2)
  })
})

describe('PIN and badge', () => {
  test('five wrong PINs lock the PIN and leave the password; the right password opens the PIN again', async () => {
    const id = await bench.add('pinned')
    await bench.client(await bench.signIn('pinned')).auth.setPin({ password, pin: '4071' })
    expect(await times(5, () => refusalOf(bench.door.auth.unlock({ userId: id, pin: '4072' })))).toEqual(fourThenLocked)
    expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '4071' }))).toMatchObject({
      code: 'account_locked',
    })
    await bench.signIn('pinned')
    expect((await bench.door.auth.unlock({ userId: id, pin: '4071' })).user.id).toBe(id)
  })

  test('a PIN lock opens by itself too', async () => {
    const id = await bench.add('waiting')
    await bench.client(await bench.signIn('waiting')).auth.setPin({ password, pin: '4071' })
    await times(5, () => refusalOf(bench.door.auth.unlock({ userId: id, pin: '4072' })))
    bench.node.clock.advance(15 * minute)
    expect((await bench.door.auth.unlock({ userId: id, pin: '4071' })).user.id).toBe(id)
  })

  test('twenty badges that nobody has lock badges for a while, and nothing else', async () => {
    const id = await bench.add('badged')
    await bench.client(await bench.signIn('badged')).auth.setBadge({ password, code: 'CARD-0001-7733' })
    const codes = await times(20, () => refusalOf(bench.door.auth.badge({ code: 'CARD-0001-7734' })))
    expect(codes.at(-1)).toBe('account_locked')
    expect(await refusalOf(bench.door.auth.badge({ code: 'CARD-0001-7733' }))).toMatchObject({ code: 'account_locked' })
    expect((await bench.signIn('badged')).user.id).toBe(id)
    bench.node.clock.advance(15 * minute)
    expect((await bench.door.auth.badge({ code: 'CARD-0001-7733' })).user.id).toBe(id)
  })

  test('a closed account opens with neither, at once', async () => {
    const id = await bench.add('gone')
    const client = bench.client(await bench.signIn('gone'))
    await client.auth.setPin({ password, pin: '4071' })
    await client.auth.setBadge({ password, code: 'CARD-0002-7733' })
    await admin.users.deactivate({ id })
    expect((await bench.door.auth.unlockPeople()).items.map((item) => item.id)).not.toContain(id)
    expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '4071' }))).toMatchObject({
      code: 'account_inactive',
    })
    expect(await refusalOf(bench.door.auth.badge({ code: 'CARD-0002-7733' }))).toMatchObject({
      code: 'account_inactive',
    })
  })
})

describe('a reset code', () => {
  const reset = (username: string, code: string, newPassword = 'seven slow camels') =>
    bench.door.auth.resetPassword({ username, code, newPassword })

  test('works once', async () => {
    const id = await bench.add('once')
    const { code } = await admin.users.issueResetCode({ id })
    await reset('once', code)
    expect(await refusalOf(reset('once', code, 'eight slow camels'))).toMatchObject({ code: 'reset_code_refused' })
    expect((await bench.signIn('once', 'seven slow camels')).user.id).toBe(id)
  })

  test('works for half an hour', async () => {
    const id = await bench.add('late')
    const { code, expiresAt } = await admin.users.issueResetCode({ id })
    expect(Date.parse(expiresAt) - bench.node.clock.nowMs()).toBe(30 * minute)
    bench.node.clock.advance(30 * minute)
    expect(await refusalOf(reset('late', code))).toMatchObject({ code: 'reset_code_refused' })
  })

  test('is void when a newer one is issued, and belongs to one person', async () => {
    const id = await bench.add('newer')
    await bench.add('neighbour')
    const old = await admin.users.issueResetCode({ id })
    const { code } = await admin.users.issueResetCode({ id })
    expect(await refusalOf(reset('newer', old.code))).toMatchObject({ code: 'reset_code_refused' })
    expect(await refusalOf(reset('neighbour', code))).toMatchObject({ code: 'reset_code_refused' })
    expect(await reset('newer', code)).toEqual({ done: true })
  })

  test('takes PIN and badge away with the old password', async () => {
    const id = await bench.add('fresh')
    const client = bench.client(await bench.signIn('fresh'))
    await client.auth.setPin({ password, pin: '4071' })
    await reset('fresh', (await admin.users.issueResetCode({ id })).code)
    expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '4071' }))).toMatchObject({
      code: 'sign_in_refused',
    })
    expect(await bench.trail('fresh')).toContain('pin_removed')
  })
})
