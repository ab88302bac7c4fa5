/** Access and refresh tokens against forgery, theft and replay. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSecretKey } from '../../src/node/areas/people/secret-key.ts'
import { openPeopleBench, type PeopleBench } from '../services/people-bench.ts'
import { refusalOf } from '../support/test-node.ts'

const minute = 60_000

let bench: PeopleBench
beforeAll(async () => {
  bench = await openPeopleBench('sqlite')
})
afterAll(() => bench.close())

const ownKey = () => new Uint8Array(readFileSync(join(bench.node.folder, 'secrets', 'token.key')))

/** A token as this node would issue it, but for what the case changes. */
async function forge(
  signedIn: { user: { id: string }; accessToken: string },
  change: { key?: Uint8Array; alg?: string; iss?: string; sub?: string; sid?: string; exp?: number; typ?: string },
) {
  const issued = JSON.parse(Buffer.from(signedIn.accessToken.split('.')[1] as string, 'base64url').toString()) as {
    sid: string
    iat: number
  }
  return new SignJWT({ sid: change.sid ?? issued.sid })
    .setProtectedHeader({ alg: change.alg ?? 'HS256', typ: change.typ ?? 'JWT' })
    .setSubject(change.sub ?? signedIn.user.id)
    .setIssuer(change.iss ?? bench.node.store.device)
    .setJti('forged')
    .setIssuedAt(issued.iat)
    .setExpirationTime(change.exp ?? issued.iat + 600)
    .sign(change.key ?? ownKey())
}

describe('an access token', () => {
  test("made with this node's key and the right claims is accepted, so the cases below fail for their one difference", async () => {
    await bench.add('control')
    const signedIn = await bench.signIn('control')
    expect((await bench.client({ accessToken: await forge(signedIn, {}) }).auth.profile()).username).toBe('control')
  })

  test.each([
    ['with another key', { key: new Uint8Array(32).fill(7) }, 'invalid'],
    ['with another algorithm under the same key', { alg: 'HS512' }, 'invalid'],
    ['by another node', { iss: '01a20c91-ffff-7000-8000-000000000000' }, 'invalid'],
    ['of another type', { typ: 'at+jwt' }, 'invalid'],
    ['that ran out', { exp: 1 }, 'expired'],
    ['for a session of somebody else', { sub: '01a20c91-ffff-7000-8000-000000000000' }, 'ended'],
    ['for a session that never was', { sid: '01a20c91-ffff-7000-8000-000000000000' }, 'ended'],
  ] as const)('made %s is refused', async (_name, change, reason) => {
    const signedIn = await bench.signIn('control')
    const refused = await refusalOf(bench.client({ accessToken: await forge(signedIn, change) }).auth.profile())
    expect(refused).toEqual({ code: 'unauthenticated', status: 401, data: { reason } })
  })

  test('without a signature (alg none), with a changed payload, or of plain noise is refused', async () => {
    const signedIn = await bench.signIn('control')
    const [head, payload, signature] = signedIn.accessToken.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    const raised = Buffer.from(JSON.stringify({ ...claims, sub: bench.administratorId })).toString('base64url')
    const unsigned = new UnsecuredJWT(claims).encode()
    for (const accessToken of [unsigned, `${head}.${payload}.`, `${head}.${raised}.${signature}`, 'noise', 'a.b.c']) {
      expect(await refusalOf(bench.client({ accessToken }).auth.profile())).toMatchObject({
        code: 'unauthenticated',
        data: { reason: 'invalid' },
      })
    }
  })

  test('lasts ten minutes and not a moment longer', async () => {
    const signedIn = await bench.signIn('control')
    bench.node.clock.advance(10 * minute - 1000)
    expect((await bench.client(signedIn).auth.profile()).username).toBe('control')
    bench.node.clock.advance(1000)
    expect(await refusalOf(bench.client(signedIn).auth.profile())).toMatchObject({
      code: 'unauthenticated',
      data: { reason: 'expired' },
    })
  })
})

describe('a refresh token', () => {
  test('used again after it was spent ends the whole session, for thief and owner alike, and stands in the audit trail', async () => {
    await bench.add('victim')
    const stolen = await bench.signIn('victim')
    const bystander = await bench.signIn('victim')
    const owner = await bench.door.auth.refresh({ refreshToken: stolen.refreshToken })
    expect(await refusalOf(bench.door.auth.refresh({ refreshToken: stolen.refreshToken }))).toMatchObject({
      code: 'session_ended',
      status: 401,
    })
    expect(await refusalOf(bench.door.auth.refresh({ refreshToken: owner.refreshToken }))).toMatchObject({
      code: 'session_ended',
    })
    expect(await refusalOf(bench.client(owner).auth.profile())).toMatchObject({
      code: 'unauthenticated',
      data: { reason: 'ended' },
    })
    expect((await bench.client(bystander).auth.profile()).username).toBe('victim')
    expect(await bench.trail('victim')).toEqual(['password_set', 'signed_in', 'signed_in', 'refresh_replayed'])
    // The replay is noted once; asking again with dead tokens adds nothing.
    await refusalOf(bench.door.auth.refresh({ refreshToken: stolen.refreshToken }))
    expect(await bench.trail('victim')).toHaveLength(4)
  })

  test('used twice at the same moment is exchanged once, and the second use counts as a replay', async () => {
    await bench.add('twin')
    const { refreshToken } = await bench.signIn('twin')
    const outcomes = await Promise.allSettled([
      bench.door.auth.refresh({ refreshToken }),
      bench.door.auth.refresh({ refreshToken }),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await bench.trail('twin')).toContain('refresh_replayed')
  })

  test('that nobody ever got is refused without a trace', async () => {
    expect(await refusalOf(bench.door.auth.refresh({ refreshToken: 'A'.repeat(43) }))).toMatchObject({
      code: 'session_ended',
    })
  })
})

describe('the key file', () => {
  test('holds 32 bytes that only its owner may read, and stays the same', () => {
    const file = join(bench.node.folder, 'secrets', 'token.key')
    expect(statSync(file).size).toBe(32)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(loadSecretKey(bench.node.folder, 'token.key')).toEqual(ownKey())
  })

  test('that is damaged stops the start instead of being replaced', () => {
    writeFileSync(join(bench.node.folder, 'secrets', 'half.key'), 'half')
    expect(() => loadSecretKey(bench.node.folder, 'half.key')).toThrow(
      'the key file half.key is damaged: 4 bytes instead of 32',
    )
  })
})
