/** Signing in, own account, and the way back in, on every engine: the same suite, the same answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { refusalOf, type TestEngine } from '../support/test-node.ts'
import { administratorPassword, openPeopleBench, type PeopleBench, password } from './people-bench.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']
const minute = 60_000
const day = 24 * 60 * minute

describe.each(engines)('sign-in on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let bench: PeopleBench
    beforeAll(async () => {
      bench = await openPeopleBench(engine)
    })
    afterAll(() => bench.close())

    test('set-up makes the first administrator and site, signs in, and works only once', async () => {
      expect(await bench.door.auth.setupStatus()).toEqual({ needed: false, node: 'station' })
      expect(await bench.administrator.auth.profile()).toMatchObject({
        username: 'huda',
        homeSiteId: bench.siteId,
        roles: [{ role: 'administrator', siteId: null }],
        mustChangePassword: false,
        hasPin: false,
      })
      const again = bench.door.auth.setup({
        username: 'intruder',
        password: 'another long one',
        displayName: 'X',
        site: { code: 'XX', name: 'X', kind: 'farm', timeZone: 'UTC' },
      })
      expect(await refusalOf(again)).toMatchObject({ code: 'setup_done', status: 409 })
    })

    test('name in any case and the right password give a pair of tokens and the person with roles', async () => {
      await bench.add('sara', [{ role: 'embryologist', siteId: bench.siteId }])
      const signedIn = await bench.signIn(' Sara ')
      expect(signedIn).toMatchObject({
        expiresIn: 600,
        user: { username: 'sara', roles: [{ role: 'embryologist', siteId: bench.siteId }] },
      })
      expect((await bench.client(signedIn).auth.profile()).lastSignInAt).toBe(
        new Date(bench.node.clock.nowMs()).toISOString(),
      )
      expect(await bench.trail('sara')).toEqual(['password_set', 'signed_in'])
    })

    test('a refresh gives a new pair that works and spends the token it was given', async () => {
      await bench.add('rana')
      const first = await bench.signIn('rana')
      const second = await bench.door.auth.refresh({ refreshToken: first.refreshToken })
      expect(second.refreshToken).not.toBe(first.refreshToken)
      const third = await bench.door.auth.refresh({ refreshToken: second.refreshToken })
      expect((await bench.client(third).auth.profile()).username).toBe('rana')
      expect(await bench.trail('rana')).toEqual(['password_set', 'signed_in'])
    })

    test('logging out ends this session and leaves the other; everywhere ends all', async () => {
      await bench.add('omar')
      const [bed, bank] = [await bench.signIn('omar'), await bench.signIn('omar')]
      expect(await bench.client(bed).auth.logout()).toEqual({ done: true })
      expect(await refusalOf(bench.client(bed).auth.profile())).toMatchObject({
        code: 'unauthenticated',
        data: { reason: 'ended' },
      })
      expect(await refusalOf(bench.door.auth.refresh({ refreshToken: bed.refreshToken }))).toMatchObject({
        code: 'session_ended',
        status: 401,
      })
      expect(await bench.client(bank).auth.logoutEverywhere()).toEqual({ ended: 1 })
      expect(await refusalOf(bench.client(bank).auth.profile())).toMatchObject({ code: 'unauthenticated' })
      expect((await bench.trail('omar')).slice(-2)).toEqual(['signed_out', 'signed_out_everywhere'])
    })

    test("a person sees and ends the own sessions, and nobody else's", async () => {
      await bench.add('layla')
      const [here, there] = [await bench.signIn('layla'), await bench.signIn('layla')]
      const { items } = await bench.client(here).auth.sessions()
      expect(items.map((item) => [item.method, item.origin, item.current])).toEqual(
        expect.arrayContaining([
          ['password', '10.0.0.7', true],
          ['password', '10.0.0.7', false],
        ]),
      )
      const other = items.find((item) => !item.current)?.id as string
      expect(await refusalOf(bench.administrator.auth.endSession({ id: other }))).toMatchObject({ code: 'not_found' })
      expect(await bench.client(here).auth.endSession({ id: other })).toEqual({ id: other })
      expect(await refusalOf(bench.client(there).auth.profile())).toMatchObject({ code: 'unauthenticated' })
    })

    test("the own profile changes field by field; the display name is not the person's to change", async () => {
      await bench.add('noor')
      const client = bench.client(await bench.signIn('noor'))
      await client.auth.updateProfile({ language: 'ar', preferences: { density: 'dense' } })
      expect(await client.auth.updateProfile({ phone: ' 0551 ' })).toMatchObject({
        language: 'ar',
        phone: '0551',
        preferences: { density: 'dense' },
      })
      expect(await refusalOf(client.auth.updateProfile({ displayName: 'Someone Else' } as never))).toMatchObject({
        code: 'validation_failed',
      })
    })

    test('a changed password ends the other sessions, and the old one no longer works', async () => {
      await bench.add('tariq')
      const [here, there] = [await bench.signIn('tariq'), await bench.signIn('tariq')]
      const client = bench.client(here)
      const change = (currentPassword: string, newPassword: string) =>
        client.auth.changePassword({ currentPassword, newPassword })
      expect(await refusalOf(change('not the one', 'seven slow camels'))).toMatchObject({
        code: 'password_wrong',
        data: { field: 'currentPassword' },
      })
      expect(await refusalOf(change(password, password))).toMatchObject({
        code: 'password_same',
        data: { field: 'newPassword' },
      })
      expect(await refusalOf(change(password, 'short'))).toMatchObject({
        code: 'password_too_short',
        data: { min: 10, field: 'newPassword' },
      })
      expect(await change(password, 'seven slow camels')).toEqual({ endedSessions: 1 })
      expect(await refusalOf(bench.client(there).auth.profile())).toMatchObject({ code: 'unauthenticated' })
      expect((await client.auth.profile()).username).toBe('tariq')
      expect(await refusalOf(bench.signIn('tariq'))).toMatchObject({ code: 'sign_in_refused' })
      expect((await bench.signIn('tariq', 'seven slow camels')).user.username).toBe('tariq')
    })

    test('a password that must be changed opens nothing but the own account', async () => {
      await bench.add('dana', [{ role: 'administrator' }], { mustChangePassword: true })
      const signedIn = await bench.signIn('dana')
      expect(signedIn.user.mustChangePassword).toBe(true)
      const client = bench.client(signedIn)
      expect(await refusalOf(client.users.list({}))).toMatchObject({ code: 'forbidden' })
      await client.auth.changePassword({ currentPassword: password, newPassword: 'green door, no key' })
      expect((await client.users.list({})).total).toBeGreaterThan(0)
      await bench.administrator.users.deactivate({ id: signedIn.user.id })
    })

    test("a request for a forgotten password is noted once, and an administrator's code lets the person back in", async () => {
      const id = await bench.add('yara')
      const session = await bench.signIn('yara')
      for (let time = 0; time < 3; time += 1)
        expect(await bench.door.auth.forgotPassword({ username: 'Yara' })).toEqual({ done: true })
      expect((await bench.trail('yara')).filter((event) => event === 'reset_requested')).toHaveLength(1)
      const { code } = await bench.administrator.users.issueResetCode({ id })
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      const typed = code.toLowerCase().replaceAll('-', ' ')
      expect(
        await bench.door.auth.resetPassword({ username: 'yara', code: typed, newPassword: 'pearl divers at noon' }),
      ).toEqual({ done: true })
      expect(await refusalOf(bench.client(session).auth.profile())).toMatchObject({ code: 'unauthenticated' })
      expect((await bench.signIn('yara', 'pearl divers at noon')).user.id).toBe(id)
      expect(await bench.trail('yara')).toEqual([
        'password_set',
        'signed_in',
        'reset_requested',
        'reset_code_issued',
        'password_reset',
        'signed_in',
      ])
    })

    test('a person added without a password chooses one with the code that was shown once', async () => {
      const added = await bench.administrator.users.create({
        username: 'salem',
        displayName: 'Salem',
        roles: [{ role: 'viewer' }],
      })
      expect(await refusalOf(bench.signIn('salem'))).toMatchObject({ code: 'sign_in_refused' })
      await bench.door.auth.resetPassword({
        username: 'salem',
        code: added.resetCode as string,
        newPassword: 'nine date palms',
      })
      expect((await bench.signIn('salem', 'nine date palms')).user.roles).toMatchObject([
        { role: 'viewer', siteId: null },
      ])
    })

    test('PIN and badge switch people quickly on the bench where they signed in', async () => {
      const id = await bench.add('amal', [{ role: 'laboratory_technician', siteId: bench.siteId }])
      const client = bench.client(await bench.signIn('amal'))
      expect(await refusalOf(client.auth.setPin({ password: 'not the one', pin: '4071' }))).toMatchObject({
        code: 'password_wrong',
      })
      expect(await refusalOf(client.auth.setPin({ password, pin: '1234' }))).toMatchObject({ code: 'pin_too_simple' })
      await client.auth.setPin({ password, pin: '٤٠٧١' })
      await client.auth.setBadge({ password, code: 'RFID-00417733' })
      expect((await bench.door.auth.unlockPeople()).items).toContainEqual({
        id,
        displayName: 'amal',
        roles: ['laboratory_technician'],
        methods: ['pin', 'badge'],
      })
      expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '4072' }))).toMatchObject({
        code: 'sign_in_refused',
      })
      expect((await bench.door.auth.unlock({ userId: id, pin: '4071' })).user).toMatchObject({
        id,
        hasPin: true,
        hasBadge: true,
      })
      expect((await bench.door.auth.badge({ code: 'rfid-00417733' })).user.id).toBe(id)
      await client.auth.setPin({ password, pin: null })
      expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '4071' }))).toMatchObject({
        code: 'sign_in_refused',
      })
      const other = bench.client(await bench.signIn('huda', administratorPassword))
      expect(
        await refusalOf(other.auth.setBadge({ password: administratorPassword, code: 'RFID-00417733' })),
      ).toMatchObject({ code: 'badge_taken' })
    })

    // The tests below move the clock by days; sessions of the tests above have run out after them.
    test('PIN and badge run out two weeks after the last sign-in with the password, sessions opened by them too', async () => {
      const id = await bench.add('hala')
      const client = bench.client(await bench.signIn('hala'))
      await client.auth.setPin({ password, pin: '8025' })
      bench.node.clock.advance(13 * day)
      const quick = await bench.door.auth.unlock({ userId: id, pin: '8025' })
      bench.node.clock.advance(2 * day)
      expect((await bench.door.auth.unlockPeople()).items.map((item) => item.id)).not.toContain(id)
      expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '8025' }))).toMatchObject({
        code: 'password_needed',
        status: 403,
      })
      expect(await refusalOf(bench.door.auth.refresh({ refreshToken: quick.refreshToken }))).toMatchObject({
        code: 'session_ended',
      })
      await bench.signIn('hala')
      expect((await bench.door.auth.unlock({ userId: id, pin: '8025' })).user.id).toBe(id)
      const administrator = bench.node.client(bench.node.administrator)
      await administrator.system.changeSettings({ offlineSignInDays: 1 })
      bench.node.clock.advance(2 * day)
      expect(await refusalOf(bench.door.auth.unlock({ userId: id, pin: '8025' }))).toMatchObject({
        code: 'password_needed',
      })
      await administrator.system.changeSettings({ offlineSignInDays: 14 })
      expect((await bench.door.auth.unlock({ userId: id, pin: '8025' })).user.id).toBe(id)
    })

    test('a session that is used goes on, one left for thirty days has ended', async () => {
      await bench.signIn('hala')
      let { refreshToken } = await bench.signIn('hala')
      for (let week = 0; week < 6; week += 1) {
        bench.node.clock.advance(7 * day)
        refreshToken = (await bench.door.auth.refresh({ refreshToken })).refreshToken
      }
      bench.node.clock.advance(30 * day)
      expect(await refusalOf(bench.door.auth.refresh({ refreshToken }))).toMatchObject({ code: 'session_ended' })
    })
  })
})

test('HQ has neither PIN nor badge', async () => {
  const bench = await openPeopleBench('sqlite', false)
  const refused = [
    bench.door.auth.unlockPeople(),
    bench.door.auth.unlock({ userId: bench.administratorId, pin: '4071' }),
    bench.door.auth.badge({ code: 'RFID-00417733' }),
    bench.administrator.auth.setPin({ password: administratorPassword, pin: '4071' }),
  ]
  for (const refusal of await Promise.all(refused.map(refusalOf)))
    expect(refusal).toMatchObject({ code: 'station_only', status: 404 })
  await bench.close()
})
