import { type CodedRows, codePedigree, type ParentageRow } from './coded-pedigree.ts'
import { readPartialDate } from './partial-date.ts'
import { orderPedigree } from './pedigree-order.ts'

/**
 * An animal as recorded or about to be. Geldings and steers are male here, freemartins female: what counts is the sex
 * an animal was born with.
 */
export interface PedigreeRow extends ParentageRow {
  readonly sex: 'male' | 'female' | 'unknown'
  /** ISO date, also to the year or month only; null when unknown. */
  readonly birthDate: string | null
}

export type ParentRole = 'sire' | 'dam'

export type PedigreeFindingCode =
  | 'pedigree_loop'
  | 'self_parent'
  | 'sire_not_male'
  | 'dam_not_female'
  | 'parent_younger_than_offspring'
  | 'parent_too_young'
  | 'duplicate_with_other_parents'
  | 'parent_not_listed'

/** Something wrong or doubtful. `refuse`: it can not be true. `flag`: it may be, a person has to look. */
export interface PedigreeFinding {
  readonly code: PedigreeFindingCode
  readonly severity: 'refuse' | 'flag'
  /**
   * The animals concerned. pedigree_loop: each is offspring of the next, the last of the first. Findings about one parent
   * and one offspring: offspring, parent. Findings about a parent: the parent, then its offspring. Others: the animal.
   */
  readonly animals: readonly string[]
  /** Facts for the translated text. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface PedigreeCheckOptions {
  /**
   * Smallest age in days at which an animal can be a parent when its offspring is born, gestation included; null when
   * its species sets none. Younger parents are flagged, because laboratories do breed from juveniles.
   */
  readonly minimumAgeDays?: (parent: PedigreeRow, role: ParentRole) => number | null
  /** Tells whether a parent without a row is known elsewhere, for instance in the register an import goes to. */
  readonly isKnownElsewhere?: (id: string) => boolean
}

/**
 * Checks recorded parentage as a whole and names the animals of everything that is wrong or doubtful: loops, sexes, ages,
 * duplicates, parents that are not listed. To check a change against the register, pass the changed rows with the rows
 * of their ancestors. Takes time in proportion to the rows.
 */
export function checkPedigree(rows: readonly PedigreeRow[], options: PedigreeCheckOptions = {}): PedigreeFinding[] {
  const coded = codePedigree(rows)
  const byId = new Map<string, PedigreeRow>()
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row)
  return [
    ...findDuplicates(rows),
    ...findSelfParents(rows),
    ...findPedigreeLoops(coded),
    ...findWrongSex(rows, byId, 'sire'),
    ...findWrongSex(rows, byId, 'dam'),
    ...findWrongAges(rows, byId, options),
    ...findUnlistedParents(rows, byId, options),
  ]
}

function findDuplicates(rows: readonly PedigreeRow[]): PedigreeFinding[] {
  const rowsOf = Map.groupBy(rows, (row) => row.id)
  const findings: PedigreeFinding[] = []
  for (const [id, same] of rowsOf) {
    if (same.length === 1) continue
    const sires = [...new Set(same.map((row) => row.sire))]
    const dams = [...new Set(same.map((row) => row.dam))]
    if (sires.length === 1 && dams.length === 1) continue
    // One row that leaves a parent blank does not contradict another that names it, but somebody should merge them.
    const contradicts = [sires, dams].some((parents) => parents.filter((parent) => parent !== null).length > 1)
    const severity = contradicts ? 'refuse' : 'flag'
    findings.push({ code: 'duplicate_with_other_parents', severity, animals: [id], data: { sires, dams } })
  }
  return findings
}

function findSelfParents(rows: readonly PedigreeRow[]): PedigreeFinding[] {
  const roles = new Map<string, Set<ParentRole>>()
  for (const row of rows) {
    for (const role of ['sire', 'dam'] as const) {
      if (row[role] === row.id) roles.set(row.id, (roles.get(row.id) ?? new Set()).add(role))
    }
  }
  return [...roles].map(([id, as]) => ({
    code: 'self_parent',
    severity: 'refuse',
    animals: [id],
    data: { roles: [...as] },
  }))
}

function findPedigreeLoops({ pedigree, ids }: CodedRows): PedigreeFinding[] {
  const result = orderPedigree(pedigree)
  if (result.ok) return []
  return result.loops
    .filter((loop) => loop.length > 1)
    .map((loop) => ({
      code: 'pedigree_loop',
      severity: 'refuse',
      animals: loop.map((position) => ids[position] as string),
      data: { length: loop.length, allLoopsNamed: result.complete },
    }))
}

/**
 * Finds parents whose recorded sex contradicts their role, and parents of unknown sex that are used in both roles: of
 * these the rarer role is taken for the mistake, the dam's when both are as frequent.
 */
function findWrongSex(
  rows: readonly PedigreeRow[],
  byId: ReadonlyMap<string, PedigreeRow>,
  role: ParentRole,
): PedigreeFinding[] {
  const offspring = offspringByParent(rows, role)
  const inOtherRole = offspringByParent(rows, role === 'sire' ? 'dam' : 'sire')
  const code = role === 'sire' ? 'sire_not_male' : 'dam_not_female'
  const wrongSex = role === 'sire' ? 'female' : 'male'
  const findings: PedigreeFinding[] = []
  for (const [parent, children] of offspring) {
    const sex = byId.get(parent)?.sex ?? 'unknown'
    const otherUses = inOtherRole.get(parent)?.length ?? 0
    const isRarer = children.length < otherUses || (children.length === otherUses && role === 'dam')
    const animals = [parent, ...children]
    if (sex === wrongSex) {
      const data = { reason: 'recorded_sex', sex, offspring: children.length }
      findings.push({ code, severity: 'refuse', animals, data })
    } else if (sex === 'unknown' && otherUses > 0 && isRarer) {
      const data = { reason: 'used_as_both', offspring: children.length, offspringInOtherRole: otherUses }
      findings.push({ code, severity: 'refuse', animals, data })
    }
  }
  return findings
}

function findWrongAges(
  rows: readonly PedigreeRow[],
  byId: ReadonlyMap<string, PedigreeRow>,
  options: PedigreeCheckOptions,
): PedigreeFinding[] {
  const findings: PedigreeFinding[] = []
  for (const row of rows) {
    for (const role of ['sire', 'dam'] as const) {
      const parentId = row[role]
      const parent = parentId === null || parentId === row.id ? undefined : byId.get(parentId)
      const finding = parent === undefined ? null : judgeAge(row, parent, role, options)
      if (finding !== null) findings.push(finding)
    }
  }
  return findings
}

/** Judges only what is certain: with dates known to the year, the ages that are possible decide. */
function judgeAge(
  offspring: PedigreeRow,
  parent: PedigreeRow,
  role: ParentRole,
  options: PedigreeCheckOptions,
): PedigreeFinding | null {
  const born = offspring.birthDate === null ? null : readPartialDate(offspring.birthDate)
  const parentBorn = parent.birthDate === null ? null : readPartialDate(parent.birthDate)
  if (born === null || parentBorn === null) return null
  const animals = [offspring.id, parent.id]
  const dates = { role, birthDate: offspring.birthDate, parentBirthDate: parent.birthDate }
  const oldestPossibleDays = born.last - parentBorn.first
  if (oldestPossibleDays <= 0) {
    return { code: 'parent_younger_than_offspring', severity: 'refuse', animals, data: dates }
  }
  const minimumDays = options.minimumAgeDays?.(parent, role) ?? null
  if (minimumDays === null || oldestPossibleDays >= minimumDays) return null
  const data = { ...dates, ageDays: oldestPossibleDays, minimumDays }
  return { code: 'parent_too_young', severity: 'flag', animals, data }
}

function findUnlistedParents(
  rows: readonly PedigreeRow[],
  byId: ReadonlyMap<string, PedigreeRow>,
  { isKnownElsewhere }: PedigreeCheckOptions,
): PedigreeFinding[] {
  return (['sire', 'dam'] as const).flatMap((role) =>
    [...offspringByParent(rows, role)]
      .filter(([parent]) => !byId.has(parent) && isKnownElsewhere?.(parent) !== true)
      .map(([parent, offspring]): PedigreeFinding => {
        return { code: 'parent_not_listed', severity: 'flag', animals: [parent, ...offspring], data: { role } }
      }),
  )
}

/** Offspring of every parent in one role, each named once; self-parenting is a finding of its own. */
function offspringByParent(rows: readonly PedigreeRow[], role: ParentRole): Map<string, string[]> {
  const offspring = new Map<string, Set<string>>()
  for (const row of rows) {
    const parent = row[role]
    if (parent === null || parent === row.id) continue
    const known = offspring.get(parent)
    if (known === undefined) offspring.set(parent, new Set([row.id]))
    else known.add(row.id)
  }
  return new Map([...offspring].map(([parent, children]) => [parent, [...children]]))
}
