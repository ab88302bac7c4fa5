/** Importing animals on every engine: families, references, rules, undo. */

import { isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendFile } from '../support/import-file.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

interface Shown {
  number: string | null
  sire: string | null
  dam: string | null
  sex: string
  reference: boolean
}

/** All living animals of a node by their first number, with parents by theirs. */
async function family(node: TestNode): Promise<Shown[]> {
  return node.node.commands.read(node.call(node.administrator), 'signed_in', async (reading) => {
    const { animal, animalIdentifier } = reading.tables
    const animals = await reading.db.select().from(animal).where(isNull(animal.deletedAt))
    const numbers = await reading.db.select().from(animalIdentifier).where(isNull(animalIdentifier.deletedAt))
    const numberOf = new Map(numbers.map((row) => [row.animalId, row.value]))
    const shown = (id: string | null) => (id === null ? null : (numberOf.get(id) ?? null))
    return animals
      .map((row) => ({
        number: shown(row.id),
        sire: shown(row.sireId),
        dam: shown(row.damId),
        sex: row.sex,
        reference: row.isReference,
      }))
      .sort((left, right) => ((left.number ?? '') < (right.number ?? '') ? -1 : 1))
  })
}

async function proposed(
  client: TestClient,
  file: string,
  changes: { options?: Record<string, unknown>; [key: string]: unknown } = {},
) {
  const { format, mapping, dateOrder, decimal, options } = await client.imports.animals.analyse({ file })
  const job = { file, fileName: 'animals.csv', format, mapping, dateOrder, decimal, ...changes }
  return { ...job, options: { ...options, species: 'ovine' as const, ...changes.options } }
}

describe.each(engines)('import of animals on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    const sites: string[] = []

    /** A site of its own for every test: herd numbers are unique within one. */
    async function freshSite(): Promise<string> {
      const site = await client.sites.create({
        code: `S${sites.length + 1}`,
        name: `Farm ${sites.length + 1}`,
        kind: 'farm',
        timeZone: 'Asia/Riyadh',
      })
      sites.push(site.id)
      return site.id
    }

    async function run(text: string, changes: { options?: Record<string, unknown>; [key: string]: unknown } = {}) {
      const siteId = changes.options?.siteId ?? (await freshSite())
      const job = await proposed(client, await sendFile(client, 'animals', text), {
        ...changes,
        options: { siteId, ...changes.options },
      })
      return client.imports.animals.run(job as never)
    }

    async function preview(text: string, changes: { options?: Record<string, unknown>; [key: string]: unknown } = {}) {
      const siteId = changes.options?.siteId ?? (await freshSite())
      const job = await proposed(client, await sendFile(client, 'animals', text), {
        ...changes,
        options: { siteId, ...changes.options },
      })
      return client.imports.animals.preview(job as never)
    }

    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
    })
    afterAll(async () => {
      await node.close()
    })

    test('offspring may stand before their parents, parents without a row become references, sex follows use', async () => {
      const { batch } = await run('tag,father,mother,born\nC3,C1,C2,2021-03-05\nC2,X9,0,2018\nC1,,,2017-11\n')
      expect(batch).toMatchObject({ rowCount: 3, createdCount: 3, addedCount: 1, rejectedCount: 0 })
      expect(await family(node)).toEqual([
        { number: 'C1', sire: null, dam: null, sex: 'male', reference: false },
        { number: 'C2', sire: 'X9', dam: null, sex: 'female', reference: false },
        { number: 'C3', sire: 'C1', dam: 'C2', sex: 'unknown', reference: false },
        { number: 'X9', sire: null, dam: null, sex: 'male', reference: true },
      ])
      expect(await client.imports.animals.undo({ id: batch.id })).toMatchObject({ undoneAt: expect.any(String) })
      expect(await family(node)).toEqual([])
    })

    const refusedFiles: { what: string; text: string; changes?: Record<string, unknown>; issues: unknown[] }[] = [
      {
        what: 'a loop, with every animal of it named, and what descends from it',
        text: 'id,sire,dam\nA,C,\nB,A,\nC,B,\nD,C,\nE,,\n',
        issues: [
          [2, 'pedigree_loop', ['A', 'C', 'B']],
          [3, 'pedigree_loop', ['A', 'C', 'B']],
          [4, 'pedigree_loop', ['A', 'C', 'B']],
          [5, 'import_parent_rejected', undefined],
        ],
      },
      {
        what: 'an animal that is its own parent',
        text: 'id,sire,dam\nA,A,\n',
        issues: [[2, 'self_parent', undefined]],
      },
      {
        what: 'a female as sire and a male as dam',
        text: 'id,sire,dam,sex\nA,,,f\nB,,,m\nC,A,,\nD,,B,\n',
        issues: [
          [4, 'sire_not_male', undefined],
          [5, 'dam_not_female', undefined],
        ],
      },
      {
        what: 'the rarer use of an animal named as sire and as dam',
        text: 'id,sire,dam\nA,,\nB,A,\nC,A,\nD,,A\n',
        issues: [[5, 'dam_not_female', undefined]],
      },
      {
        what: 'a parent born after its offspring',
        text: 'id,sire,born\nA,,2021-05-01\nB,A,2020-05-01\n',
        issues: [[3, 'parent_younger_than_offspring', undefined]],
      },
      { what: 'a birth in the future', text: 'id,born\nA,2027-01-01\n', issues: [[2, 'date_in_future', undefined]] },
      {
        what: 'a date that could be two days',
        text: 'id,born\nA,03/04/2021\n',
        issues: [[2, 'import_date_ambiguous', undefined]],
      },
      {
        what: 'a breed of another species',
        text: 'id,breed\nA,HOL\nB,najdi\n',
        issues: [[2, 'breed_of_other_species', undefined]],
      },
      {
        what: 'a parent that stands nowhere, when references are not wanted',
        text: 'id,sire\nA,Z\n',
        changes: { options: { missingParents: 'reject' } },
        issues: [[2, 'import_reference_unknown', undefined]],
      },
      {
        what: 'a number that is none of the chosen scheme',
        text: 'id\n123\n',
        changes: { options: { identifierScheme: 'iso11784' } },
        issues: [[2, 'iso11784_length', undefined]],
      },
    ]

    test.each(refusedFiles)('refuses $what', async ({ text, changes, issues }) => {
      const found = await preview(text, changes)
      const named = (data: Record<string, unknown>) =>
        (data.animals as { code: string }[] | undefined)?.map((animal) => animal.code)
      expect(
        found.issues.map(({ line, code, data }) => [line, code, code === 'pedigree_loop' ? named(data) : undefined]),
      ).toEqual(issues)
      expect(found.counts.reject).toBe(issues.length)
    })

    test('a second file finds its parents among the records, and its own animals again', async () => {
      const siteId = await freshSite()
      await run('id,sex,born\nR1,m,2018\nE1,f,2018\n', { options: { siteId } })
      const text = 'id,sire,dam,colour\nL1,R1,E1,white\nE1,,,black\n'
      const again = await preview(text, { options: { siteId } })
      expect(again.issues.map(({ line, code }) => [line, code])).toEqual([[3, 'import_already_exists']])
      const { batch } = await run(text, { options: { siteId }, onExisting: 'update', updateFields: ['colour'] })
      expect(batch).toMatchObject({ createdCount: 1, updatedCount: 1, addedCount: 0 })
      // At another site the same herd numbers are other animals.
      expect((await preview(text, {})).counts).toMatchObject({ create: 2, added: 1 })
      const other = await preview(text, { options: { siteId }, onExisting: 'skip' })
      expect(other.counts).toMatchObject({ skip: 2, create: 0 })
    })

    test('an update of parents that would close a loop through records is refused', async () => {
      const siteId = await freshSite()
      await run('id,sire\nP,\nQ,P\nR,Q\n', { options: { siteId } })
      const found = await preview('id,sire\nP,R\n', {
        options: { siteId },
        onExisting: 'update',
        updateFields: ['sire'],
      })
      expect(found.issues).toMatchObject([{ line: 2, code: 'pedigree_loop', data: { length: 3 } }])
    })

    test('undo is refused while animals that came later have an imported parent', async () => {
      const siteId = await freshSite()
      const first = await run('id,sex\nF1,m\n', { options: { siteId } })
      await run('id,sire\nG1,F1\n', { options: { siteId } })
      expect(await refusalOf(client.imports.animals.undo({ id: first.batch.id }))).toMatchObject({
        code: 'import_referenced',
        data: { count: 1, references: [{ entity: 'animal', field: 'sireId', of: { entity: 'animal' } }] },
      })
    })

    test('who may import at one site only cannot bring animals to another', async () => {
      const [own, other] = [await freshSite(), await freshSite()]
      const local = node.client(node.actor('veterinarian', own))
      const file = await sendFile(local, 'animals', 'id\nV1\n')
      const job = await proposed(local, file)
      expect(
        await refusalOf(local.imports.animals.preview({ ...job, options: { ...job.options, siteId: other } })),
      ).toMatchObject({ code: 'forbidden' })
      expect((await local.imports.animals.run(job)).batch).toMatchObject({ createdCount: 1 })
    })
  })
})
