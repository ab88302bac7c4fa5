import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type ColumnKit, livingOnly } from '../column-kit.ts'
import type { CustomerTables } from './customers.table.ts'
import type { PeopleTables } from './people.table.ts'
import { recordColumns } from './record-columns.ts'

export const animalSexes = ['female', 'male', 'unknown', 'freemartin', 'castrate'] as const
export const animalStatuses = ['active', 'resting', 'withheld', 'sold', 'transferred', 'dead', 'archived'] as const
export const parentageStates = ['recorded', 'genotyped', 'qualified', 'excluded', 'conflict'] as const

export function defineAnimalTables(kit: ColumnKit, people: PeopleTables, customers: CustomerTables) {
  const animal = kit.table(
    'animal',
    {
      ...recordColumns(kit),
      /** The site that keeps it; also decides who may see it. */
      siteId: kit.text().notNull().references(() => people.site.id),
      /** Our own code (prefix AN), people read and scan it; never reused. */
      code: kit.text().notNull(),
      name: kit.text(),
      species: kit.text().notNull(),
      sex: kit.choice(animalSexes).notNull(),
      /** Calendar date; `birthDatePrecision` says how much of it is known. */
      birthDate: kit.text(),
      birthDatePrecision: kit.choice(['day', 'month', 'year']),
      /** Fractions by breed code, largest first; what is missing to 1 is unknown. */
      breeds: kit.json<{ breed: string; fraction: number }[]>().notNull(),
      /** Code of the largest fraction, kept beside for filter and sort; derived by the service on every write. */
      mainBreed: kit.text(),
      colour: kit.text(),
      status: kit.choice(animalStatuses).notNull(),
      statusReason: kit.text(),
      statusDate: kit.text(),
      purpose: kit.choice(['breeding', 'dairy', 'meat', 'racing', 'show', 'research', 'conservation', 'companion']),
      /** Known only as somebody's parent or semen donor: not kept here, not counted in the herd. */
      isReference: kit.bool().notNull(),
      sireId: kit.text().references((): AnySQLiteColumn => animal.id),
      /** Genetic dam; the recipient that carried it is `gestationalDamId`. */
      damId: kit.text().references((): AnySQLiteColumn => animal.id),
      gestationalDamId: kit.text().references((): AnySQLiteColumn => animal.id),
      /** For a clone: the animal whose nucleus it carries. */
      nuclearDonorId: kit.text().references((): AnySQLiteColumn => animal.id),
      parentageState: kit.choice(parentageStates).notNull(),
      ownerCustomerId: kit.text().references(() => customers.customer.id),
      /** Barn, pen, paddock: where it stands, in the site's own words. */
      location: kit.text(),
      notes: kit.text(),
      mergedIntoId: kit.text().references((): AnySQLiteColumn => animal.id),
      importBatchId: kit.text(),
    },
    (table) => [
      kit.uniqueIndex('animal_code').on(table.code),
      kit.index('animal_name').on(table.name, table.id).where(livingOnly),
      kit.index('animal_birth').on(table.birthDate, table.id).where(livingOnly),
      kit.index('animal_updated').on(table.updatedAt, table.id).where(livingOnly),
      kit.index('animal_species_name').on(table.species, table.name, table.id).where(livingOnly),
      kit.index('animal_status_name').on(table.status, table.name, table.id).where(livingOnly),
      kit.index('animal_breed_name').on(table.mainBreed, table.name, table.id).where(livingOnly),
      /** Counts of any mix of the common filters come from this index alone. */
      kit.index('animal_facets').on(table.species, table.status, table.sex, table.isReference, table.mainBreed, table.siteId).where(livingOnly),
      kit.index('animal_sire').on(table.sireId),
      kit.index('animal_dam').on(table.damId),
      kit.index('animal_gestational_dam').on(table.gestationalDamId),
      kit.index('animal_owner').on(table.ownerCustomerId),
      kit.index('animal_site_name').on(table.siteId, table.name, table.id).where(livingOnly),
    ],
  )

  const animalIdentifier = kit.table(
    'animal_identifier',
    {
      ...recordColumns(kit),
      animalId: kit.text().notNull().references(() => animal.id),
      scheme: kit.text().notNull(),
      /** Normalised form; two equal values of one scheme are the same identifier. */
      value: kit.text().notNull(),
      /** Order in which people want to see them, 0 first. */
      position: kit.int().notNull(),
      issuedOn: kit.text(),
      removedOn: kit.text(),
      note: kit.text(),
    },
    (table) => [kit.index('animal_identifier_animal').on(table.animalId), kit.index('animal_identifier_value').on(table.value, table.scheme)],
  )

  const animalRole = kit.table(
    'animal_role',
    {
      ...recordColumns(kit),
      animalId: kit.text().notNull().references(() => animal.id),
      role: kit.choice(['donor', 'recipient', 'sire', 'teaser', 'reference', 'lab_sample']).notNull(),
      startDate: kit.text().notNull(),
      endDate: kit.text(),
      note: kit.text(),
    },
    (table) => [kit.index('animal_role_animal').on(table.animalId), kit.index('animal_role_role').on(table.role, table.endDate)],
  )

  /** Working numbers painted, clipped or hung on the animal; one is current at a time. */
  const animalInternalNumber = kit.table(
    'animal_internal_number',
    {
      ...recordColumns(kit),
      animalId: kit.text().notNull().references(() => animal.id),
      number: kit.text().notNull(),
      startDate: kit.text().notNull(),
      endDate: kit.text(),
      reason: kit.text(),
    },
    (table) => [kit.index('animal_internal_number_animal').on(table.animalId), kit.index('animal_internal_number_number').on(table.number)],
  )

  const animalActivity = kit.table(
    'animal_activity',
    {
      ...recordColumns(kit),
      animalId: kit.text().notNull().references(() => animal.id),
      kind: kit.text().notNull(),
      happenedAt: kit.text().notNull(),
      description: kit.text(),
      performedBy: kit.text(),
    },
    (table) => [kit.index('animal_activity_animal').on(table.animalId, table.happenedAt)],
  )

  /** A measured fact: inserted, never edited; a correction is a new row that names the one it replaces. */
  const animalMeasurement = kit.table(
    'animal_measurement',
    {
      ...recordColumns(kit),
      animalId: kit.text().notNull().references(() => animal.id),
      kind: kit.text().notNull(),
      value: kit.real().notNull(),
      unit: kit.text().notNull(),
      measuredAt: kit.text().notNull(),
      method: kit.text(),
      note: kit.text(),
      correctsId: kit.text(),
    },
    (table) => [kit.index('animal_measurement_animal').on(table.animalId, table.kind, table.measuredAt)],
  )

  /**
   * Inbreeding coefficient, derived from the pedigree and never synced: each node computes it. `stale` marks animals
   * whose ancestry changed since.
   */
  const animalInbreeding = kit.table(
    'animal_inbreeding',
    {
      animalId: kit.text().primaryKey(),
      coefficient: kit.real().notNull(),
      stale: kit.bool().notNull(),
      computedAt: kit.text().notNull(),
    },
    (table) => [kit.index('animal_inbreeding_stale').on(table.stale), kit.index('animal_inbreeding_value').on(table.coefficient)],
  )

  return {
    animal,
    animalIdentifier,
    animalRole,
    animalInternalNumber,
    animalActivity,
    animalMeasurement,
    animalInbreeding,
  }
}
