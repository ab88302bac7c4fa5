/** Reads of the register. */
import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { animalSelectionQuery, ListAnimals } from '../../../core/areas/animals/animals.fields.ts'
import type { MeasurementKind } from '../../../core/areas/animals/animals.measurements.ts'
import type {
  AnimalFields,
  AnimalIdentifier,
  AnimalListItem,
  AnimalMeasurement,
  AnimalRecord,
  AnimalRoleRow,
  AnimalShort,
  Warning,
} from '../../../core/areas/animals/animals.model.ts'
import type {
  AnimalStats,
  animalActivity,
  animalInternalNumber,
  DuplicateGroup,
} from '../../../core/areas/animals/animals.parts.model.ts'
import { isCurrentOn } from '../../../core/areas/animals/animals.roles.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import { siteToday } from './animal-calendar.ts'
import { describeIdentifier, describeItems, describeRows, recordOf } from './animal-details.ts'
import type { DraftPlanner } from './animal-drafts.ts'
import { findDuplicates, findDuplicatesOf, findDuplicatesOfDraft } from './animal-duplicates.queries.ts'
import { type AnimalListSpec, visibleAnimals } from './animal-list.ts'
import { type LookupInput, lookUpAnimals, resolveCode } from './animal-lookup.queries.ts'
import { counts, measurementRows } from './animal-measurement-rows.ts'
import { loadIdentifiers, loadMeasurements } from './animal-parts.queries.ts'
import { answerRecord, getAnimal, toWarnings } from './animal-record.ts'
import { countAnimals } from './animal-stats.queries.ts'
import { cursorAfter, type PageRequest, startOf } from './page-window.ts'
import { expectedInbreedingOf } from './pedigree.queries.ts'

interface Dependencies {
  readonly clock: Clock
  readonly list: AnimalListSpec
  readonly listCounts: CountCache
  readonly planner: DraftPlanner
}

type OneAnimal = { readonly id: string }
type Page = OneAnimal & PageRequest

export function createAnimalQueries({ clock, list, listCounts, planner }: Dependencies) {
  return {
    async list(reading: Reading, input: ListAnimals): Promise<ListAnswer<AnimalListItem>> {
      const { limit, cursor, offset, sort, q, where, ...filters } = input
      const scope = reading.scope('animals.read')
      const page = await listRows(
        reading,
        list,
        { limit, cursor, offset, sort, q, where, filters },
        scope,
        listCounts,
        visibleAnimals(reading, scope),
      )
      return { ...page, items: await describeItems(reading, page.items, clock) }
    },

    async archived(
      reading: Reading,
      page: PageRequest,
    ): Promise<ListAnswer<AnimalShort & { archivedAt: string; mergedIntoId: string | null }>> {
      const { animal } = reading.tables
      const gone = and(isNotNull(animal.deletedAt), ...visibleAnimals(reading, reading.scope('animals.read')))
      const rows = await reading.db
        .select()
        .from(animal)
        .where(gone)
        .orderBy(desc(animal.deletedAt), desc(animal.id))
        .limit(page.limit)
        .offset(startOf(page))
      const [total] = await reading.db.select({ n: count() }).from(animal).where(gone)
      const shorts = await describeRows(reading, rows)
      const items = shorts.map((short, index) => ({
        ...short,
        archivedAt: rows[index]?.deletedAt ?? '',
        mergedIntoId: rows[index]?.mergedIntoId ?? null,
      }))
      return { items, nextCursor: cursorAfter(page, Number(total?.n ?? 0)), total: Number(total?.n ?? 0) }
    },

    stats: (reading: Reading, input: z.infer<typeof animalSelectionQuery>): Promise<AnimalStats> =>
      countAnimals(reading, list, clock, input),

    lookup: async (reading: Reading, input: LookupInput): Promise<{ items: AnimalShort[] }> => ({
      items: await lookUpAnimals(reading, input),
    }),

    resolve: async (reading: Reading, { code }: { code: string }) => ({ matches: await resolveCode(reading, code) }),

    get: (reading: Reading, { id }: OneAnimal): Promise<AnimalRecord> => answerRecord(reading, id, clock),

    async check(
      reading: Reading,
      input: AnimalFields,
    ): Promise<{
      refusals: Warning[]
      warnings: Warning[]
      duplicates: DuplicateGroup[]
      expectedInbreeding: number | null
    }> {
      const { animals } = await planner.plan(reading, [input])
      const [planned] = animals
      if (planned === undefined) throw new Error('one draft gives one animal')
      const { sireId, damId } = planned.row
      const parentsFit = planned.refusals.every((found) => found.field !== 'sireId' && found.field !== 'damId')
      return {
        refusals: toWarnings(planned.refusals),
        warnings: toWarnings(planned.warnings),
        duplicates: await findDuplicatesOfDraft(reading, input),
        expectedInbreeding: sireId && damId && parentsFit ? await expectedInbreedingOf(reading, sireId, damId) : null,
      }
    },

    duplicates: async (reading: Reading, { limit }: { limit: number }) => ({
      groups: await findDuplicates(reading, limit),
    }),

    duplicatesOf: async (reading: Reading, { id }: OneAnimal) => ({
      groups: await findDuplicatesOf(reading, await getAnimal(reading, id)),
    }),

    async identifiers(reading: Reading, { id }: OneAnimal): Promise<{ items: AnimalIdentifier[] }> {
      await getAnimal(reading, id)
      return { items: ((await loadIdentifiers(reading, [id], true)).get(id) ?? []).map(describeIdentifier) }
    },

    async roles(reading: Reading, { id }: OneAnimal): Promise<{ items: AnimalRoleRow[] }> {
      const { siteId } = await getAnimal(reading, id)
      const { animalRole: table } = reading.tables
      const today = await siteToday(reading, siteId, clock.nowMs())
      const rows = await reading.db
        .select()
        .from(table)
        .where(and(eq(table.animalId, id), isNull(table.deletedAt)))
        .orderBy(desc(table.startDate), desc(table.id))
      return { items: rows.map((row) => ({ ...recordOf(row), current: isCurrentOn(row, today) })) }
    },

    async internalNumbers(
      reading: Reading,
      { id }: OneAnimal,
    ): Promise<{ items: z.input<typeof animalInternalNumber>[] }> {
      await getAnimal(reading, id)
      const { animalInternalNumber: table } = reading.tables
      const rows = await reading.db
        .select()
        .from(table)
        .where(and(eq(table.animalId, id), isNull(table.deletedAt)))
        .orderBy(desc(table.startDate), desc(table.id))
      return { items: rows.map(recordOf) }
    },

    async activities(reading: Reading, { id, ...page }: Page): Promise<ListAnswer<z.input<typeof animalActivity>>> {
      await getAnimal(reading, id)
      const { animalActivity: table } = reading.tables
      const own = and(eq(table.animalId, id), isNull(table.deletedAt))
      const rows = await reading.db
        .select()
        .from(table)
        .where(own)
        .orderBy(desc(table.happenedAt), desc(table.id))
        .limit(page.limit)
        .offset(startOf(page))
      const [total] = await reading.db.select({ n: count() }).from(table).where(own)
      return {
        items: rows.map(recordOf),
        nextCursor: cursorAfter(page, Number(total?.n ?? 0)),
        total: Number(total?.n ?? 0),
      }
    },

    async measurements(
      reading: Reading,
      { id, kind, withCorrected, ...page }: Page & { kind?: MeasurementKind | undefined; withCorrected: boolean },
    ): Promise<ListAnswer<AnimalMeasurement>> {
      await getAnimal(reading, id)
      const all = measurementRows(await loadMeasurements(reading, id)).filter(
        (row) => (kind === undefined || row.kind === kind) && (withCorrected || counts(row)),
      )
      return {
        items: all.slice(startOf(page), startOf(page) + page.limit),
        nextCursor: cursorAfter(page, all.length),
        total: all.length,
      }
    },
  }
}
