/** What a list of animals can be filtered and sorted by, as SQL. The fields and their kinds are declared in core. */
import { and, eq, gt, gte, inArray, isNotNull, isNull, lte, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { bornForAge } from '../../../core/areas/animals/animals.age.ts'
import { animalListFields } from '../../../core/areas/animals/animals.fields.ts'
import { cleanText, compactText } from '../../../core/areas/animals/identity/clean-text.ts'
import { identifierSchemeCodes } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { normaliseIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Condition } from '../../../core/kernel/listing.ts'
import type { SiteScope } from '../../../core/kernel/policy.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { foldText } from '../../../core/kernel/search-text.ts'
import type { ReadTx } from '../../store/engine.ts'
import { columnCondition } from '../../store/list-conditions.ts'
import type { ListField, ListSpec } from '../../store/list-spec.ts'
import { utcDate } from './animal-calendar.ts'

type FieldName = keyof typeof animalListFields
type Compare = (comparison: Condition, tx: ReadTx) => SQL | undefined

export type AnimalListSpec = ListSpec & { readonly entity: 'animal' }

/** The list of animals; the clock decides what "current" and ages mean. */
export function createAnimalList(clock: Clock): AnimalListSpec {
  const conditions: Partial<Record<FieldName, Compare>> = {
    name: (comparison, tx) =>
      columnCondition(tx.tables.animal.nameKey, { ...comparison, value: folded(comparison.value) }, tx),
    ageMonths: (comparison, tx) => ageCondition(comparison, tx, utcDate(clock.nowMs())),
    parentId: byParent,
    knownParents: (comparison, tx) => numberOfParents(comparison, tx),
    hasParents: (comparison, tx) =>
      yesNo(comparison, or(isNotNull(tx.tables.animal.sireId), isNotNull(tx.tables.animal.damId))),
    hasOffspring: (comparison, tx) => yesNo(comparison, hasOffspring(tx)),
    role: (comparison, tx) => byRole(comparison, tx, utcDate(clock.nowMs())),
    identifier: byIdentifier,
    identifierScheme: (comparison, tx) => {
      const { animalIdentifier: table } = tx.tables
      return byPart(comparison, tx, (positive) =>
        tx.db
          .select({ id: table.animalId })
          .from(table)
          .where(
            and(
              isNull(table.removedOn),
              isNull(table.deletedAt),
              positive && columnCondition(table.scheme, positive, tx),
            ),
          ),
      )
    },
    internalNumber: byInternalNumber,
    inbreeding: byInbreeding,
    inbreedingStale: (comparison, tx) => {
      const { animalInbreeding: table } = tx.tables
      return yesNo(
        comparison,
        inArray(tx.tables.animal.id, tx.db.select({ id: table.animalId }).from(table).where(eq(table.stale, true))),
      )
    },
    waiting: (comparison, tx) => yesNo(comparison, isWaiting(tx)),
  }
  const fields: Record<string, ListField> = {}
  for (const [name, { kind, sortable }] of Object.entries(animalListFields)) {
    const condition = conditions[name as FieldName]
    fields[name] = {
      kind,
      sortable,
      ...(name === 'name' ? { column: 'nameKey' } : {}),
      ...(condition === undefined ? {} : { condition }),
    }
  }
  return { entity: 'animal', siteColumn: null, searchable: 'animal', defaultSort: 'name', fields }
}

/** Keeps a list to animals the caller may see: those at their sites, and references, which belong to everybody. */
export function visibleAnimals(tx: ReadTx, scope: SiteScope): SQL[] {
  if (scope.kind === 'all') return []
  const { animal } = tx.tables
  const visible = or(inArray(animal.siteId, [...scope.siteIds]), eq(animal.isReference, true))
  return visible === undefined ? [] : [visible]
}

function folded(value: Condition['value']): Condition['value'] {
  const fold = <Value>(one: Value) => (typeof one === 'string' ? foldText(one).trim() : one)
  return Array.isArray(value) ? value.map(fold) : fold(value)
}

function yesNo({ field, op, value }: Condition, holds: SQL | undefined): SQL | undefined {
  if ((op !== 'is' && op !== 'is_not') || typeof value !== 'boolean' || holds === undefined)
    throw invalid(field, 'yes_or_no_expected')
  return value === (op === 'is') ? holds : not(holds)
}

/** Age in completed months, turned round into dates of birth, so that the index on them serves. */
function ageCondition({ field, op, value }: Condition, tx: ReadTx, today: string): SQL | undefined {
  const { birthDate } = tx.tables.animal
  const [from, to] = (Array.isArray(value) ? value : [value]).map(Number)
  const atLeast = (months: number | undefined) => lte(birthDate, bornForAge(today, whole(field, months)))
  const younger = (months: number | undefined) => gt(birthDate, bornForAge(today, whole(field, months)))
  switch (op) {
    case 'gte':
      return atLeast(from)
    case 'gt':
      return atLeast(whole(field, from) + 1)
    case 'lt':
      return younger(from)
    case 'lte':
      return younger(whole(field, from) + 1)
    case 'is':
      return and(atLeast(from), younger(whole(field, from) + 1))
    case 'between':
      return and(atLeast(from), younger(whole(field, to) + 1))
    case 'is_empty':
      return isNull(birthDate)
    case 'is_not_empty':
      return isNotNull(birthDate)
    default:
      throw invalid(field, 'comparison_not_possible')
  }
}

function whole(field: string, value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > 2400)
    throw invalid(field, 'months_expected')
  return value
}

function byParent(comparison: Condition, tx: ReadTx): SQL | undefined {
  const { animal } = tx.tables
  if (comparison.op !== 'is' && comparison.op !== 'in') throw invalid(comparison.field, 'comparison_not_possible')
  return or(columnCondition(animal.sireId, comparison, tx), columnCondition(animal.damId, comparison, tx))
}

function numberOfParents({ field, op, value }: Condition, tx: ReadTx): SQL | undefined {
  const { animal } = tx.tables
  const wanted = (Array.isArray(value) ? value : [value]).map(Number)
  if ((op !== 'is' && op !== 'in') || wanted.some((number) => ![0, 1, 2].includes(number)))
    throw invalid(field, 'comparison_not_possible')
  const known = sql`(case when ${animal.sireId} is null then 0 else 1 end + case when ${animal.damId} is null then 0 else 1 end)`
  return or(...wanted.map((number) => sql`${known} = ${number}`))
}

function hasOffspring(tx: ReadTx): SQL {
  const { id } = tx.tables.animal
  return sql`(exists (select 1 from animal offspring where offspring.sire_id = ${id} and offspring.deleted_at is null)
    or exists (select 1 from animal offspring where offspring.dam_id = ${id} and offspring.deleted_at is null))`
}

function isWaiting(tx: ReadTx): SQL {
  return sql`${tx.tables.animal.id} in (select entry.root_id from change_entry entry
    join change_set on change_set.device = entry.device and change_set.seq = entry.seq
    where entry.root_entity = 'animal' and change_set.state in ('pending', 'sent'))`
}

/**
 * A comparison with parts of the animal. "Is X" means it has such a part, "is not X" that it has none, "is empty" that
 * it has none at all.
 */
function byPart(
  comparison: Condition,
  tx: ReadTx,
  partsThat: (positive: Condition | undefined) => never | SQL | Parameters<typeof inArray>[1],
): SQL {
  const { id } = tx.tables.animal
  const { op } = comparison
  if (op === 'is_not') return notInArray(id, partsThat({ ...comparison, op: 'is' }) as never)
  if (op === 'not_in') return notInArray(id, partsThat({ ...comparison, op: 'in' }) as never)
  if (op === 'is_empty') return notInArray(id, partsThat(undefined) as never)
  return inArray(id, partsThat(op === 'is_not_empty' ? undefined : comparison) as never)
}

function byRole(comparison: Condition, tx: ReadTx, today: string): SQL {
  const { animalRole: table } = tx.tables
  const current = and(
    isNull(table.deletedAt),
    lte(table.startDate, today),
    or(isNull(table.endDate), gt(table.endDate, today)),
  )
  return byPart(comparison, tx, (positive) =>
    tx.db
      .select({ id: table.animalId })
      .from(table)
      .where(and(positive && columnCondition(table.role, positive, tx), current)),
  )
}

function byInternalNumber(comparison: Condition, tx: ReadTx): SQL {
  const { animalInternalNumber: table } = tx.tables
  const cleaned = { ...comparison, value: eachText(comparison.value, cleanText) }
  return byPart(cleaned, tx, (positive) =>
    tx.db
      .select({ id: table.animalId })
      .from(table)
      .where(
        and(positive && columnCondition(table.number, positive, tx), isNull(table.endDate), isNull(table.deletedAt)),
      ),
  )
}

/** Identifiers are stored normalised; what is typed is brought to every scheme's form, so that any spelling finds them. */
function byIdentifier(comparison: Condition, tx: ReadTx): SQL {
  const { animalIdentifier: table } = tx.tables
  const matching = ({ op, value }: Condition): SQL | undefined => {
    const texts = (Array.isArray(value) ? value : [value]).map(String)
    if (op === 'is' || op === 'in') return inArray(table.value, texts.flatMap(everySpelling))
    if (op !== 'starts_with' && op !== 'contains') throw invalid(comparison.field, 'comparison_not_possible')
    const beginnings = [
      ...new Set(texts.flatMap((text) => [cleanText(text), compactText(text), compactText(text).replace(/^0+/, '')])),
    ].filter((text) => text !== '')
    if (beginnings.length === 0) throw invalid(comparison.field, 'one_value_expected')
    // A range, not LIKE: the index on the values serves it on both engines.
    if (op === 'starts_with')
      return or(...beginnings.map((text) => and(gte(table.value, text), sql`${table.value} < ${`${text}\uffff`}`)))
    return or(...beginnings.map((text) => columnCondition(table.value, { op, value: text }, tx)))
  }
  return byPart(comparison, tx, (positive) =>
    tx.db
      .select({ id: table.animalId })
      .from(table)
      .where(and(positive && matching(positive), isNull(table.removedOn), isNull(table.deletedAt))),
  )
}

/** The forms a text takes in any scheme, for looking it up by value. */
export function everySpelling(text: string): string[] {
  return [...new Set([cleanText(text), ...identifierSchemeCodes.map((scheme) => normaliseIdentifier(scheme, text))])]
}

/** F: an animal without a row has 0, one that was never calculated matches nothing but "is empty". */
function byInbreeding(comparison: Condition, tx: ReadTx): SQL {
  const { animalInbreeding: table, animal } = tx.tables
  const rowsThat = (condition: SQL | undefined) => tx.db.select({ id: table.animalId }).from(table).where(condition)
  if (comparison.op === 'is_empty') return inArray(animal.id, rowsThat(isNull(table.coefficient)))
  if (comparison.op === 'is_not_empty') return notInArray(animal.id, rowsThat(isNull(table.coefficient)))
  const condition = columnCondition(table.coefficient, comparison, tx)
  if (!zeroMatches(comparison)) return inArray(animal.id, rowsThat(and(condition, isNotNull(table.coefficient))))
  return notInArray(animal.id, rowsThat(or(isNull(table.coefficient), not(condition))))
}

function zeroMatches({ field, op, value }: Condition): boolean {
  const [first = Number.NaN, second = Number.NaN] = (Array.isArray(value) ? value : [value]).map(Number)
  switch (op) {
    case 'is':
      return first === 0
    case 'is_not':
      return first !== 0
    case 'gt':
      return first < 0
    case 'gte':
      return first <= 0
    case 'lt':
      return first > 0
    case 'lte':
      return first >= 0
    case 'between':
      return first <= 0 && second >= 0
    default:
      throw invalid(field, 'comparison_not_possible')
  }
}

function eachText(value: Condition['value'], change: (text: string) => string): Condition['value'] {
  const one = <Value>(item: Value) => (typeof item === 'string' ? change(item) : item)
  return Array.isArray(value) ? value.map(one) : one(value)
}

function invalid(field: string, code: string): DomainError {
  return new DomainError('validation_failed', { issues: [{ path: 'where', code, field }] }, { field: 'where' })
}
