/** A node with two sites, and short ways to add animals: for suites about animals on every engine. */
import { describe } from 'vitest'
import type { AnimalFields, AnimalRecord } from '../../src/core/areas/animals/animals.model.ts'
import { whyNoPostgres } from './postgres-server.ts'
import { openTestNode, type TestClient, type TestEngine, type TestNode } from './test-node.ts'

const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

export interface AnimalsBench {
  readonly node: TestNode
  readonly client: TestClient
  /** Where animals stand unless told otherwise. */
  readonly farm: string
  readonly clinic: string
  /** Adds a Holstein cow born 2020-03-01, or what is said instead. */
  add(fields?: Partial<AnimalFields>): Promise<AnimalRecord>
}

export async function openAnimalsBench(engine: TestEngine): Promise<AnimalsBench> {
  const node = await openTestNode(engine)
  const client = node.client(node.administrator)
  const farm = await client.sites.create({ code: 'FARM', name: 'Farm', kind: 'farm', timeZone: 'Asia/Riyadh' })
  const clinic = await client.sites.create({ code: 'CLIN', name: 'Clinic', kind: 'clinic', timeZone: 'Asia/Riyadh' })
  return {
    node,
    client,
    farm: farm.id,
    clinic: clinic.id,
    add: (fields = {}) =>
      client.animals.create({ species: 'bovine', sex: 'female', birthDate: '2020-03-01', siteId: farm.id, ...fields }),
  }
}

/** Declares the same suite for each engine; PostgreSQL is left out with the reason where it cannot be started. */
export function describeOnEveryEngine(name: string, suite: (engine: TestEngine) => void): void {
  const missing = whyNoPostgres()
  describe.each(engines)(`${name} on %s`, (engine) => {
    describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () =>
      suite(engine),
    )
  })
}

/** Half siblings by one sire and their daughter: F = 1/8 (Wright 1922). */
export async function addHalfSiblings({ add }: AnimalsBench, prefix: string) {
  const founder = (name: string, sex: 'male' | 'female') =>
    add({ name: `${prefix} ${name}`, sex, birthDate: '2010-01-01' })
  const sire = await founder('Sire', 'male')
  const damA = await founder('Dam A', 'female')
  const damB = await founder('Dam B', 'female')
  const son = await add({
    name: `${prefix} Son`,
    sex: 'male',
    birthDate: '2014-01-01',
    sireId: sire.id,
    damId: damA.id,
  })
  const daughter = await add({ name: `${prefix} Daughter`, birthDate: '2014-01-01', sireId: sire.id, damId: damB.id })
  const inbred = await add({ name: `${prefix} Inbred`, birthDate: '2018-01-01', sireId: son.id, damId: daughter.id })
  return { sire, damA, damB, son, daughter, inbred }
}
