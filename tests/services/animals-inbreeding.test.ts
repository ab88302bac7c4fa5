/** Inbreeding of animals on every engine: kept up to date, by itself and on demand, equal to the references. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AnimalsBench,
  addHalfSiblings,
  describeOnEveryEngine,
  openAnimalsBench,
} from '../support/animals-bench.ts'
import { hasReferencePedigrees, readReferenceRows, whyReferenceIsMissing } from '../support/pedigree-reference.ts'
import { refusalOf, type TestNode } from '../support/test-node.ts'

/** Inserts a pedigree as animals, in the order of the rows; gives the id of every name. */
async function insertPedigree(
  node: TestNode,
  siteId: string,
  rows: readonly { id: string; sire: string; dam: string }[],
): Promise<Map<string, string>> {
  const ids = new Map(rows.map((row) => [row.id, node.ids.next()]))
  const spec = { action: 'animals.create', access: 'animals.write', undoable: false }
  await node.node.commands.run(node.call(node.administrator), spec, async (change) => {
    const codes = await node.node.codes.nextMany(change, 'AN', rows.length)
    await change.insertMany(
      'animal',
      rows.map((row, index) => ({
        id: ids.get(row.id) ?? '',
        siteId,
        code: codes[index] ?? '',
        name: row.id,
        nameKey: row.id.toLowerCase(),
        species: 'ovine' as const,
        sex: 'unknown' as const,
        breeds: [],
        status: 'active' as const,
        isReference: false,
        parentageState: 'recorded' as const,
        sireId: ids.get(row.sire) ?? null,
        damId: ids.get(row.dam) ?? null,
      })),
    )
  })
  return ids
}

describeOnEveryEngine('inbreeding', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  const settle = () => bench.node.node.animals.inbreeding.settle()
  const halfSiblings = (prefix: string) => addHalfSiblings(bench, prefix)
  const inbreedingOf = async (id: string) => (await bench.client.animals.get({ id })).inbreeding

  test('a change of parents makes F of all descendants stale, and only theirs, until it is calculated again', async () => {
    const { client, add, node } = bench
    const family = await halfSiblings('Stale')
    const other = await halfSiblings('Calm')
    const grandson = await add({
      name: 'Stale Grandson',
      sex: 'male',
      birthDate: '2022-01-01',
      sireId: family.sire.id,
      damId: family.inbred.id,
    })
    await settle()
    // A(sire, inbred) = (A(sire, son) + A(sire, daughter)) / 2 = 1/2, so F = 1/4.
    expect(await inbreedingOf(grandson.id)).toBe(0.25)
    const outcross = await add({ name: 'Stale Outcross', sex: 'male', birthDate: '2010-01-01' })
    const changed = await client.animals.update({ id: family.son.id, sireId: outcross.id })
    expect(changed).toMatchObject({ inbreeding: 0, inbreedingStale: true })
    const state = async (id: string) => {
      const { inbreeding, inbreedingStale } = await client.animals.get({ id })
      return [inbreeding, inbreedingStale]
    }
    expect([await state(family.inbred.id), await state(grandson.id), await state(other.inbred.id)]).toEqual([
      [0.125, true],
      [0.25, true],
      [0.125, false],
    ])
    expect(
      (await client.animals.list({ where: { all: [{ field: 'inbreedingStale', op: 'is', value: true }] } })).total,
    ).toBe(3)
    const notices: unknown[] = []
    const unsubscribe = node.node.feed.subscribe((notice) => notices.push(notice.touched))
    await settle()
    unsubscribe()
    expect(notices).toContainEqual({ animalInbreeding: null })
    // Son and daughter are unrelated now; the grandson's dam is his sire's granddaughter: 1/8.
    expect([await state(family.inbred.id), await state(grandson.id)]).toEqual([
      [0, false],
      [0.125, false],
    ])
    // Without a known dam F is 0 at once.
    await client.animals.update({ id: grandson.id, damId: null })
    expect(await state(grandson.id)).toEqual([0, false])
  })

  test('the calculation tells its state, and is not started twice', async () => {
    const { client, node } = bench
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle', stale: 0, error: null, loops: [] })
    const { inbreeding } = node.node.animals
    inbreeding.start('all')
    expect(() => inbreeding.start('all')).toThrow(expect.objectContaining({ code: 'inbreeding_running' }))
    await client.animals.cancelRecompute({})
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle' })
    expect(await refusalOf(node.client(node.actor('viewer')).animals.recompute({}))).toMatchObject({
      code: 'forbidden',
    })
  })

  test('after a commit F is calculated by itself, and the screens are told', async () => {
    const { node, client } = bench
    const told: (() => void)[] = []
    const unsubscribe = node.node.feed.subscribe((notice) => {
      if ('animalInbreeding' in notice.touched) for (const resolve of told.splice(0)) resolve()
    })
    const { inbred } = await halfSiblings('Auto')
    for (;;) {
      // Asked for before reading, so that no notice is missed in between.
      const next = new Promise<void>((resolve) => told.push(resolve))
      if (!(await client.animals.get({ id: inbred.id })).inbreedingStale) break
      await next
    }
    unsubscribe()
    expect(await inbreedingOf(inbred.id)).toBe(0.125)
  })

  test('a loop that came in by another way is named, and nothing of it is calculated', async () => {
    const { client, add, node } = bench
    const { sire, inbred, daughter } = await halfSiblings('Loop')
    await settle()
    const spec = { action: 'animals.update', access: 'animals.write', undoable: false }
    const outsider = await add({ name: 'Loop Outsider', sex: 'male', birthDate: '2001-01-01' })
    await node.node.commands.run(node.call(node.administrator), spec, (change) =>
      change.update('animal', sire.id, { sireId: outsider.id, damId: inbred.id }),
    )
    await settle()
    const state = await client.animals.inbreedingState({})
    expect(state).toMatchObject({ state: 'failed', error: 'pedigree_loop' })
    expect(state.loops[0]?.map((animal) => animal.name)).toContain('Loop Inbred')
    expect(await client.animals.pedigree({ id: inbred.id })).toMatchObject({ inbreeding: null, commonAncestors: [] })
    expect(await refusalOf(client.animals.relationship({ firstId: inbred.id, secondId: daughter.id }))).toMatchObject({
      code: 'pedigree_loop',
    })
    await client.animals.update({ id: sire.id, sireId: null, damId: null })
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle', stale: 0, error: null, loops: [] })
  })

  const references = ['nadiv_Mrode2', 'nadiv_Mrode9', 'nadiv_Wray90', 'pedSires', 'nadiv_warcolak'].filter(
    (name) => engine === 'sqlite' || name !== 'nadiv_warcolak',
  )
  test.skipIf(!hasReferencePedigrees).each(references)(
    `F of the animals of %s is that of the reference${hasReferencePedigrees ? '' : ` (${whyReferenceIsMissing})`}`,
    async (name) => {
      const rows = readReferenceRows(`pedigree/ref/${name}.ref.csv`) as unknown as {
        id: string
        sire: string
        dam: string
        f_tabular: string
        f_pedigreemm: string
      }[]
      const { client, node, clinic } = bench
      const ids = await insertPedigree(node, clinic, parentsFirst(rows))
      await settle()
      const stored = await node.node.commands.read(node.call(node.administrator), 'signed_in', (reading) =>
        reading.db.select().from(reading.tables.animalInbreeding),
      )
      const coefficientOf = new Map(stored.map((row) => [row.animalId, row]))
      for (const row of rows) {
        const found = coefficientOf.get(ids.get(row.id) ?? '')
        expect(found?.stale ?? false).toBe(false)
        expect(Math.abs((found?.coefficient ?? 0) - Number(row.f_tabular || row.f_pedigreemm))).toBeLessThan(1e-9)
      }
      // The same once more from nothing, in the thread.
      await client.animals.recompute({ scope: 'all' })
      await settle()
      const again = await node.node.commands.read(node.call(node.administrator), 'signed_in', (reading) =>
        reading.db.select().from(reading.tables.animalInbreeding),
      )
      expect(
        again.every(
          (row) => Math.abs((row.coefficient ?? 1) - (coefficientOf.get(row.animalId)?.coefficient ?? 0)) < 1e-9,
        ),
      ).toBe(true)
    },
  )
})

/** Rows so that parents stand before their offspring, as foreign keys want them. */
function parentsFirst<Row extends { id: string; sire: string; dam: string }>(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Set<string>()
  const ordered: Row[] = []
  const place = (row: Row | undefined): void => {
    if (row === undefined || placed.has(row.id)) return
    placed.add(row.id)
    place(byId.get(row.sire))
    place(byId.get(row.dam))
    ordered.push(row)
  }
  for (const row of rows) place(row)
  return ordered
}
