import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { birthDatePrecisions } from '../../../core/areas/animals/animals.age.ts'
import { measurementKinds } from '../../../core/areas/animals/animals.measurements.ts'
import { animalPurposes } from '../../../core/areas/animals/animals.model.ts'
import { parentageStates } from '../../../core/areas/animals/animals.parentage.ts'
import { activityKinds } from '../../../core/areas/animals/animals.parts.model.ts'
import { animalRoles } from '../../../core/areas/animals/animals.roles.ts'
import { animalStatuses } from '../../../core/areas/animals/animals.status.ts'
import { identifierSchemeCodes } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { sexes } from '../../../core/areas/animals/species/sex.ts'
import { speciesCodes } from '../../../core/areas/animals/species/species-code.ts'
import { type ColumnKit, livingOnly } from '../column-kit.ts'
import type { CustomerTables } from './customers.table.ts'
import type { PeopleTables } from './people.table.ts'
import { recordColumns } from './record-columns.ts'

export function defineAnimalTables(kit: ColumnKit, people: PeopleTables, customers: CustomerTables) {
  const animal = kit.table(
    'animal',
    {
      ...recordColumns(kit),
      /** The site that keeps it; also decides who may see it. */
      siteId: kit
        .text()
        .notNull()
        .references(() => people.site.id),
      /** Our own code (prefix AN), people read and scan it; never reused. */
      code: kit.text().notNull(),
      name: kit.text(),
      /** Folded name, for order, filter and duplicates; derived by the service on every write. */
      nameKey: kit.text(),
      species: kit.choice(speciesCodes).notNull(),
      sex: kit.choice(sexes).notNull(),
      /** Calendar date; `birthDatePrecision` says how much of it is known. */
      birthDate: kit.text(),
      birthDatePrecision: kit.choice(birthDatePrecisions),
      /** Fractions by breed code, largest first; what is missing to 1 is unknown. */
      breeds: kit.json<{ breed: string; fraction: number }[]>().notNull(),
      /** Code of the largest fraction, kept beside for filter and sort; derived by the service on every write. */
      mainBreed: kit.text(),
      colour: kit.text(),
      status: kit.choice(animalStatuses).notNull(),
      /** Code of `statusReasons`; the words are in `statusNote`. */
      statusReason: kit.text(),
      statusNote: kit.text(),
      statusDate: kit.text(),
      purpose: kit.choice(animalPurposes),
      castratedOn: kit.text(),
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
      kit.index('animal_name').on(table.nameKey, table.id).where(livingOnly),
      kit.index('animal_birth').on(table.birthDate, table.id).where(livingOnly),
      kit.index('animal_updated').on(table.updatedAt, table.id).where(livingOnly),
      kit.index('animal_species_name').on(table.species, table.nameKey, table.id).where(livingOnly),
      kit.index('animal_status_name').on(table.status, table.nameKey, table.id).where(livingOnly),
      kit.index('animal_breed_name').on(table.mainBreed, table.nameKey, table.id).where(livingOnly),
      kit.index('animal_site_name').on(table.siteId, table.nameKey, table.id).where(livingOnly),
      /**
       * Counts of any mix of the common filters, age classes too, come from this index alone. References come first:
       * nearly every count leaves them out, and an equality is what makes SQLite choose it (100,000 rows: 4 ms, not 117).
       */
      kit
        .index('animal_facets')
        .on(table.isReference, table.species, table.status, table.sex, table.mainBreed, table.siteId, table.birthDate)
        .where(livingOnly),
      kit.index('animal_same_name').on(table.nameKey, table.birthDate, table.species).where(livingOnly),
      kit.index('animal_sire').on(table.sireId, table.birthDate),
      kit.index('animal_dam').on(table.damId, table.birthDate),
      kit.index('animal_gestational_dam').on(table.gestationalDamId).where(sql`gestational_dam_id is not null`),
      kit.index('animal_nuclear_donor').on(table.nuclearDonorId).where(sql`nuclear_donor_id is not null`),
      kit.index('animal_merged_into').on(table.mergedIntoId).where(sql`merged_into_id is not null`),
      kit.index('animal_owner').on(table.ownerCustomerId),
      kit.index('animal_import_batch').on(table.importBatchId).where(sql`import_batch_id is not null`),
    ],
  )

  const animalIdentifier = kit.table(
    'animal_identifier',
    {
      ...recordColumns(kit),
      animalId: kit
        .text()
        .notNull()
        .references(() => animal.id),
      scheme: kit.choice(identifierSchemeCodes).notNull(),
      /** Normalised form; two equal values of one scheme are the same identifier. */
      value: kit.text().notNull(),
      /** Order in which people want to see them, 0 first. */
      position: kit.int().notNull(),
      issuedOn: kit.text(),
      removedOn: kit.text(),
      note: kit.text(),
    },
    (table) => [
      kit.index('animal_identifier_animal').on(table.animalId),
      kit
        .index('animal_identifier_value')
        .on(table.value, table.scheme, table.animalId)
        .where(sql`removed_on is null and deleted_at is null`),
    ],
  )

  const animalRole = kit.table(
    'animal_role',
    {
      ...recordColumns(kit),
      animalId: kit
        .text()
        .notNull()
        .references(() => animal.id),
      role: kit.choice(animalRoles).notNull(),
      startDate: kit.text().notNull(),
      endDate: kit.text(),
      note: kit.text(),
    },
    (table) => [
      kit.index('animal_role_animal').on(table.animalId),
      kit.index('animal_role_role').on(table.role, table.animalId),
    ],
  )

  /** Working numbers painted, clipped or hung on the animal; one is current at a time. */
  const animalInternalNumber = kit.table(
    'animal_internal_number',
    {
      ...recordColumns(kit),
      animalId: kit
        .text()
        .notNull()
        .references(() => animal.id),
      number: kit.text().notNull(),
      startDate: kit.text().notNull(),
      endDate: kit.text(),
      reason: kit.text(),
    },
    (table) => [
      kit.index('animal_internal_number_animal').on(table.animalId),
      kit.index('animal_internal_number_number').on(table.number, table.endDate),
    ],
  )

  const animalActivity = kit.table(
    'animal_activity',
    {
      ...recordColumns(kit),
      animalId: kit
        .text()
        .notNull()
        .references(() => animal.id),
      kind: kit.choice(activityKinds).notNull(),
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
      animalId: kit
        .text()
        .notNull()
        .references(() => animal.id),
      kind: kit.choice(measurementKinds).notNull(),
      /** Null takes the corrected row back without putting another value in its place. */
      value: kit.real(),
      unit: kit.text().notNull(),
      measuredAt: kit.text().notNull(),
      method: kit.text(),
      note: kit.text(),
      correctsId: kit.text(),
    },
    (table) => [kit.index('animal_measurement_animal').on(table.animalId, table.kind, table.measuredAt)],
  )

  /**
   * Inbreeding coefficient, derived from the pedigree and never synced: each node computes it. Only animals with two
   * known parents (or a nuclear donor) have a row; without one F is 0. `stale` marks animals whose ancestry changed since.
   */
  const animalInbreeding = kit.table(
    'animal_inbreeding',
    {
      animalId: kit.text().primaryKey(),
      /** Null until the first calculation. */
      coefficient: kit.real(),
      stale: kit.bool().notNull(),
      /** Version of the pedigree (node_state `pedigree:version`) at which it was marked; results of an older one are void. */
      markedAtVersion: kit.int().notNull(),
      computedAt: kit.text(),
    },
    (table) => [
      kit.index('animal_inbreeding_stale').on(table.stale, table.animalId),
      kit.index('animal_inbreeding_value').on(table.coefficient, table.animalId),
    ],
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
