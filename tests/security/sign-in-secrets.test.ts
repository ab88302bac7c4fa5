/** No secret is kept anywhere: not in changesets, not in the audit trail, not with repeated requests. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { administratorPassword, openPeopleBench, type PeopleBench, password } from '../services/people-bench.ts'
import { refusalOf } from '../support/test-node.ts'

let bench: PeopleBench
beforeAll(async () => {
  bench = await openPeopleBench('sqlite')
})
afterAll(() => bench.close())

test('after every way of handling a secret, with idempotency keys too, none of them and no fast hash of them is kept', async () => {
  const administrator = bench.client(await bench.signIn('huda', administratorPassword), { 'idempotency-key': 'a' })
  const given = { username: 'kept', displayName: 'Kept', password, roles: [{ role: 'viewer' as const }] }
  const { id } = await administrator.users.create(given)
  const signedIn = await bench.signIn('kept')
  const change = { currentPassword: password, newPassword: 'seven slow camels' }
  await bench.client(signedIn, { 'idempotency-key': 'b' }).auth.changePassword(change)
  await bench
    .client(signedIn, { 'idempotency-key': 'c' })
    .auth.setPin({ password: 'seven slow camels', pin: '40718825' })
  await bench
    .client(signedIn, { 'idempotency-key': 'd' })
    .auth.setBadge({ password: 'seven slow camels', code: 'CARD-0001-7733' })
  const again = await bench
    .client(signedIn, { 'idempotency-key': 'e' })
    .auth.login({ username: 'kept', password: 'seven slow camels' })
  const refreshed = await bench.door.auth.refresh({ refreshToken: again.refreshToken })
  const issued = await bench
    .client(await bench.signIn('huda', administratorPassword), { 'idempotency-key': 'f' })
    .users.issueResetCode({ id })
  const invited = await bench
    .client(await bench.signIn('huda', administratorPassword), { 'idempotency-key': 'g' })
    .users.create({ username: 'invited', displayName: 'I' })
  await refusalOf(bench.signIn('kept', 'a wrong password'))

  const kept = await bench.everythingKept()
  const secrets = [
    password,
    administratorPassword,
    change.newPassword,
    'a wrong password',
    '40718825',
    'CARD-0001-7733',
    signedIn.accessToken,
    signedIn.refreshToken,
    again.refreshToken,
    refreshed.refreshToken,
    issued.code,
    issued.code.replaceAll('-', ''),
    invited.resetCode as string,
  ]
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
  const fastHashes = [
    password,
    change.newPassword,
    '40718825',
    'CARD-0001-7733',
    'card-0001-7733',
    canonicalJson(given),
    canonicalJson(change),
  ].map((text) => createHash('sha256').update(text).digest('hex'))
  expect(fastHashes.filter((hash) => kept.includes(hash))).toEqual([])
})

test('passwords and PINs are kept as argon2id with the parameters OWASP names (19 MiB, 2 passes, 1 lane)', async () => {
  const rows = await bench.node.store.engine.read((tx) => tx.db.select().from(tx.tables.credential))
  const slow = rows.filter((row) => row.kind === 'password' || row.kind === 'pin')
  expect(slow.length).toBeGreaterThan(2)
  for (const row of slow) expect(row.verifier).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a password typed into the field of the name is not readable in the audit trail', async () => {
  await refusalOf(bench.signIn('my-secret-phrase', 'x'))
  expect(await bench.everythingKept()).not.toContain('my-secret-phrase')
  expect(await bench.trail('my…')).toEqual(['sign_in_refused/unknown_name'])
})

test('the audit trail names the person for what they did, and nobody for what was refused', async () => {
  const id = await bench.add('named')
  await refusalOf(bench.signIn('named', 'a wrong password'))
  await bench.signIn('named')
  const changes = await bench.node.store.engine.read((tx) =>
    tx.db.select().from(tx.tables.changeSet).orderBy(tx.tables.changeSet.seq),
  )
  const logins = changes.filter((change) => change.action === 'people.login' && change.ops.includes(id))
  expect(logins.map((change) => change.userId)).toEqual([null, id])
})
