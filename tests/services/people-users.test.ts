/** Administration of people, roles and sites, on every engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAdministrator } from '../../src/node/areas/people/create-administrator.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { refusalOf, type TestEngine } from '../support/test-node.ts'
import { openPeopleBench, type PeopleBench, type PeopleClient, password } from './people-bench.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('people on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let bench: PeopleBench
    let admin: PeopleClient
    let farmId: string
    const ids: Record<string, string> = {}
    beforeAll(async () => {
      bench = await openPeopleBench(engine)
      admin = bench.administrator
      const farm = await admin.sites.create({
        code: 'hof',
        name: 'Al Hofuf',
        nameArabic: 'الهفوف',
        kind: 'farm',
        timeZone: 'Asia/Riyadh',
      })
      farmId = farm.id
      ids.vet = await bench.add('vet.mona', [{ role: 'veterinarian', siteId: farmId }], {
        displayName: 'Mona Ali',
        department: 'Field',
      })
      ids.manager = await bench.add('manager', [{ role: 'manager', siteId: farmId }], { displayName: 'Bader' })
      ids.everywhere = await bench.add('everywhere', [{ role: 'viewer' }], { displayName: 'Ziad' })
      ids.lab = await bench.add('lab', [{ role: 'embryologist', siteId: bench.siteId }], {
        displayName: 'Reem',
        email: 'reem@lab.example',
      })
    })
    afterAll(() => bench.close())
    const as = async (username: string) => bench.client(await bench.signIn(username))
    const names = async (client: PeopleClient, input: Parameters<PeopleClient['users']['list']>[0]) =>
      (await client.users.list(input)).items.map((item) => item.username)

    test.each([
      ['the beginning of a name', { q: 'mon al' }, ['vet.mona']],
      ['mail', { q: 'reem@lab' }, ['lab']],
      ['role', { role: 'embryologist' }, ['lab']],
      ['site, with those who work at every site', { siteId: 'farm' }, ['manager', 'huda', 'vet.mona', 'everywhere']],
      [
        'not having a role',
        { where: { all: [{ field: 'role', op: 'not_in', value: ['viewer', 'manager', 'administrator'] }] } },
        ['vet.mona', 'lab'],
      ],
      ['department', { where: { all: [{ field: 'department', op: 'is', value: 'Field' }] } }, ['vet.mona']],
      ['descending user name', { sort: '-username', limit: 2 }, ['vet.mona', 'manager']],
    ] as const)('the list finds people by %s', async (_name, input, expected) => {
      const given = 'siteId' in input ? { siteId: farmId } : input
      const found = await names(admin, given as never)
      if ('sort' in input) expect(found).toEqual(expected)
      else expect([...found].sort()).toEqual([...expected].sort())
    })

    test('a taken user name is refused in any case, and so is a weak password', async () => {
      const create = (username: string, given: string) =>
        admin.users.create({ username, displayName: 'X', password: given })
      expect(await refusalOf(create('VET.Mona', password))).toMatchObject({
        code: 'username_taken',
        status: 409,
        data: { field: 'username' },
      })
      expect(await refusalOf(create('someone', 'Password2026!'))).toMatchObject({
        code: 'password_too_common',
        data: { field: 'password' },
      })
      expect(await refusalOf(create('no blanks', password))).toMatchObject({ code: 'validation_failed' })
      expect(await refusalOf(admin.users.create({ username: 'y', displayName: 'X' }))).toMatchObject({
        code: 'validation_failed',
      })
    })

    test('register is the same as create, and a repeated request adds nobody twice and shows no code twice', async () => {
      const client = bench.client(await bench.signIn('huda', 'salt and lantern 9'), { 'idempotency-key': 'k1' })
      const first = await client.auth.register({ username: 'repeat', displayName: 'R' })
      expect(first.resetCode).not.toBeNull()
      expect(await client.auth.register({ username: 'repeat', displayName: 'R' })).toEqual({
        ...first,
        resetCode: null,
      })
    })

    test('an update changes only the given fields and honours the rev', async () => {
      const before = await admin.users.update({ id: ids.lab as string, language: 'ar', position: 'Senior' })
      const after = await admin.users.update({ id: before.id, rev: before.rev, position: 'Head' })
      expect(after).toMatchObject({ language: 'ar', position: 'Head', email: 'reem@lab.example', rev: before.rev + 1 })
      expect(await refusalOf(admin.users.update({ id: before.id, rev: before.rev, position: 'X' }))).toMatchObject({
        code: 'rev_mismatch',
        status: 412,
      })
    })

    test('deactivation and role changes take effect at the next call', async () => {
      const id = await bench.add('leaver', [{ role: 'manager' }])
      const signedIn = await bench.signIn('leaver')
      const client = bench.client(signedIn)
      expect((await client.users.stats()).total).toBeGreaterThan(0)
      await admin.users.setRoles({ id, roles: [{ role: 'viewer' }] })
      expect(await refusalOf(client.users.stats())).toMatchObject({ code: 'forbidden' })
      await admin.users.setRoles({ id, roles: [{ role: 'manager' }] })
      expect((await client.users.stats()).total).toBeGreaterThan(0)
      expect(await admin.users.deactivate({ id })).toMatchObject({ active: false })
      expect(await refusalOf(client.users.stats())).toMatchObject({ code: 'unauthenticated', status: 401 })
      expect(await refusalOf(bench.door.auth.refresh({ refreshToken: signedIn.refreshToken }))).toMatchObject({
        code: 'session_ended',
      })
      expect(await refusalOf(bench.signIn('leaver'))).toMatchObject({ code: 'account_inactive', status: 403 })
      expect(await refusalOf(bench.signIn('leaver', 'not the password'))).toMatchObject({
        code: 'sign_in_refused',
        status: 401,
      })
      expect(await admin.users.activate({ id })).toMatchObject({ active: true })
      expect((await bench.signIn('leaver')).user.id).toBe(id)
    })

    test('nobody closes the own account, and the last administrator stays', async () => {
      expect(await refusalOf(admin.users.deactivate({ id: bench.administratorId }))).toMatchObject({
        code: 'own_account',
      })
      expect(await refusalOf(admin.users.issueResetCode({ id: bench.administratorId }))).toMatchObject({
        code: 'own_account',
      })
      expect(await refusalOf(admin.users.setRoles({ id: bench.administratorId, roles: [] }))).toMatchObject({
        code: 'last_administrator',
      })
      const [role] = (await admin.users.roles({ id: bench.administratorId })).items
      expect(
        await refusalOf(admin.users.removeRole({ id: bench.administratorId, roleId: role?.id as string })),
      ).toMatchObject({ code: 'last_administrator' })
      const parts = { commands: bench.node.node.commands, people: bench.people }
      const given = { username: 'Second', password: 'lamps on the quay', displayName: 'Second' }
      const { id } = await createAdministrator(parts, given)
      expect(await refusalOf(createAdministrator(parts, given))).toMatchObject({ code: 'username_taken' })
      const second = bench.client(await bench.signIn('second', 'lamps on the quay'))
      expect(await second.users.setRoles({ id: bench.administratorId, roles: [{ role: 'manager' }] })).toMatchObject({
        items: [{ role: 'manager', siteId: null }],
      })
      expect(await refusalOf(admin.users.deactivate({ id }))).toMatchObject({ code: 'forbidden' })
      await second.users.setRoles({ id: bench.administratorId, roles: [{ role: 'administrator' }] })
      await admin.users.deactivate({ id })
    })

    test('roles are replaced as a set, per site, and taken one by one', async () => {
      const id = await bench.add('many', [
        { role: 'viewer' },
        { role: 'researcher', siteId: farmId },
        { role: 'viewer', siteId: null },
      ])
      const held = (await admin.users.roles({ id })).items
      expect(held.map(({ role, siteId }) => [role, siteId])).toEqual([
        ['researcher', farmId],
        ['viewer', null],
      ])
      const after = (
        await admin.users.setRoles({ id, roles: [{ role: 'viewer' }, { role: 'veterinarian', siteId: bench.siteId }] })
      ).items
      expect(after.map(({ role, siteId }) => [role, siteId])).toEqual([
        ['veterinarian', bench.siteId],
        ['viewer', null],
      ])
      expect(after[1]?.id).toBe(held[1]?.id)
      expect(
        (await admin.users.removeRole({ id, roleId: after[0]?.id as string })).items.map((grant) => grant.role),
      ).toEqual(['viewer'])
      const nowhere = bench.node.ids.next()
      expect(await refusalOf(admin.users.setRoles({ id, roles: [{ role: 'viewer', siteId: nowhere }] }))).toMatchObject(
        { code: 'site_unknown', data: { siteId: nowhere, field: 'roles' } },
      )
      expect(await refusalOf(admin.users.removeRole({ id, roleId: nowhere }))).toMatchObject({ code: 'not_found' })
    })

    test('an administrator of one site rules there and nowhere else', async () => {
      ids.farmAdmin = await bench.add('farm.admin', [{ role: 'administrator', siteId: farmId }])
      const farmAdmin = await as('farm.admin')
      const added = await farmAdmin.users.create({
        username: 'herder',
        displayName: 'Herder',
        roles: [{ role: 'viewer', siteId: farmId }],
        homeSiteId: farmId,
      })
      await farmAdmin.users.setRoles({ id: added.id, roles: [{ role: 'laboratory_technician', siteId: farmId }] })
      const forbidden = [
        farmAdmin.users.setRoles({ id: added.id, roles: [{ role: 'administrator' }] }),
        farmAdmin.users.setRoles({ id: added.id, roles: [{ role: 'viewer', siteId: bench.siteId }] }),
        farmAdmin.users.setRoles({
          id: ids.farmAdmin,
          roles: [{ role: 'administrator', siteId: farmId }, { role: 'administrator' }],
        }),
        farmAdmin.users.create({ username: 'other', displayName: 'O', roles: [{ role: 'administrator' }] }),
        farmAdmin.users.create({ username: 'other', displayName: 'O', homeSiteId: bench.siteId }),
        farmAdmin.users.issueResetCode({ id: bench.administratorId }),
        farmAdmin.users.deactivate({ id: bench.administratorId }),
        farmAdmin.users.update({ id: ids.lab as string, phone: '1' }),
        farmAdmin.users.endSessions({ id: ids.everywhere as string }),
        farmAdmin.sites.update({ id: bench.siteId, name: 'Mine' }),
        farmAdmin.sites.create({ code: 'NEW', name: 'New', kind: 'farm', timeZone: 'UTC' }),
      ]
      expect((await Promise.all(forbidden.map(refusalOf))).map((refused) => refused.code)).toEqual(
        forbidden.map(() => 'forbidden'),
      )
      expect(await farmAdmin.sites.update({ id: farmId, addressText: 'Road 40' })).toMatchObject({
        addressText: 'Road 40',
        code: 'HOF',
      })
    })

    test('a manager of one site sees the people of that site and those of every site; others look like nobody', async () => {
      const manager = await as('manager')
      const seen = await names(manager, { limit: 100 })
      expect(seen).toEqual(expect.arrayContaining(['vet.mona', 'manager', 'everywhere', 'huda']))
      expect(seen).not.toContain('lab')
      expect((await manager.users.get({ id: ids.vet as string })).displayName).toBe('Mona Ali')
      expect(await refusalOf(manager.users.get({ id: ids.lab as string }))).toMatchObject({ code: 'not_found' })
    })

    test('everyone reads the own record and the names of others, and no more', async () => {
      const viewer = await as('everywhere')
      expect((await viewer.users.get({ id: ids.everywhere as string })).username).toBe('everywhere')
      expect((await viewer.users.roles({ id: ids.everywhere as string })).items).toHaveLength(1)
      expect(await refusalOf(viewer.users.get({ id: ids.vet as string }))).toMatchObject({ code: 'forbidden' })
      expect(await refusalOf(viewer.users.list({}))).toMatchObject({ code: 'forbidden' })
      const nobody = bench.node.ids.next()
      expect(await viewer.users.names({ ids: [ids.lab as string, nobody, ids.lab as string] })).toEqual({
        items: [{ id: ids.lab, username: 'lab', displayName: 'Reem', active: true }],
      })
    })

    test('an administrator signs a person out everywhere', async () => {
      const signedIn = await bench.signIn('vet.mona')
      expect((await admin.users.endSessions({ id: ids.vet as string })).ended).toBe(1)
      expect(await refusalOf(bench.client(signedIn).auth.profile())).toMatchObject({ code: 'unauthenticated' })
    })

    test('counts agree with the list', async () => {
      const stats = await admin.users.stats()
      const active = await admin.users.list({ active: true, limit: 1 })
      const viewers = await admin.users.list({ active: true, role: 'viewer', limit: 1 })
      expect(stats.active).toBe(active.total)
      expect(stats.total).toBe(stats.active + stats.inactive)
      expect(stats.byRole.find((one) => one.role === 'viewer')?.people).toBe(viewers.total)
      expect(stats.neverSignedIn).toBe(
        (await admin.users.list({ active: true, limit: 100 })).items.filter((item) => item.lastSignInAt === null)
          .length,
      )
      expect(stats.bySite.map((one) => one.siteId)).toEqual(expect.arrayContaining([null, farmId, bench.siteId]))
    })

    test('sites: codes are unique, zones are real, a closed site gets no new roles, the last one stays open', async () => {
      const site = (fields: object) =>
        admin.sites.create({ code: 'RUH', name: 'Riyadh', kind: 'biobank', timeZone: 'Asia/Riyadh', ...fields })
      expect(await refusalOf(site({ code: 'khj' }))).toMatchObject({
        code: 'site_code_taken',
        status: 409,
        data: { field: 'code' },
      })
      expect(await refusalOf(site({ timeZone: 'Asia/Atlantis' }))).toMatchObject({ code: 'validation_failed' })
      const riyadh = await site({})
      expect(await admin.sites.get({ id: riyadh.id })).toEqual(riyadh)
      expect(await admin.sites.deactivate({ id: riyadh.id })).toMatchObject({ active: false })
      expect(
        await refusalOf(
          admin.users.create({ username: 'late', displayName: 'L', roles: [{ role: 'viewer', siteId: riyadh.id }] }),
        ),
      ).toMatchObject({ code: 'site_unknown' })
      expect((await admin.sites.list({ active: false })).items.map((item) => item.code)).toEqual(['RUH'])
      await admin.sites.deactivate({ id: farmId })
      expect(await refusalOf(admin.sites.deactivate({ id: bench.siteId }))).toMatchObject({ code: 'last_site' })
      expect(await admin.sites.activate({ id: farmId })).toMatchObject({ active: true })
    })

    test('history screens get display names from the directory', async () => {
      const found = await bench.node.store.engine.read((tx) =>
        bench.people.directory.names(tx, [ids.vet as string, bench.node.ids.next()]),
      )
      expect(found).toEqual(new Map([[ids.vet, 'Mona Ali']]))
    })
  })
})
