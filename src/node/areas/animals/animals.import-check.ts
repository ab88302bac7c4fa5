/** Decides about every row of an animal file against the database as it is now. Writes nothing. */

import { namedAnimal, type Relative, refuseParents } from '../../../core/areas/animals/animals.parentage.ts'
import { refuseOwnFacts } from '../../../core/areas/animals/animals.rules.ts'
import { firstOfEach } from '../../../core/areas/documents/import-rows.ts'
import type { ImportWatch, ReadRow } from '../../../core/areas/documents/import-target.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import { mayRead } from './animal-details.ts'
import { addAncestors, buildFamily, type Family, parentFields } from './animals.import-family.ts'
import {
  type KnownAnimals,
  loadAncestors,
  loadKnownAnimals,
  loadOffspring,
  type WantedAnimals,
} from './animals.import-known.ts'
import { refuseFamilyParents, refuseLoops, refuseOffspring, sexFromUse } from './animals.import-pedigree.ts'
import { planFamily } from './animals.import-plan.ts'
import {
  type AnimalDraft,
  draftRow,
  type FileContext,
  issueOf,
  isWorldWide,
  keyOfNumber,
  refuseNewFacts,
} from './animals.import-rows.ts'
import type { FamilyPlan } from './animals.import-write.ts'
import { identityKey } from './identifier-checks.ts'
import { mayBeNamed } from './parentage-checks.ts'

/** Checks all rows; the drafts carry the decisions and reasons, the plan what would be written. */
export async function checkAnimals(
  reading: Reading,
  rows: readonly ReadRow[],
  context: FileContext,
  ids: Ids,
  watch: ImportWatch,
): Promise<FamilyPlan> {
  const { settings } = context
  const drafts: AnimalDraft[] = []
  for (const row of rows) {
    drafts.push(draftRow(row, context))
    await watch.step(drafts.length, rows.length)
  }
  markRepeats(drafts, context)
  const known = await loadKnownAnimals(reading, await wantedBy(drafts, context, watch), watch)
  for (const [position, draft] of drafts.entries()) {
    decideExisting(reading, draft, known, context)
    refuseTakenNumbers(reading, draft, known, context)
    await watch.step(position, drafts.length)
  }
  refuseRepeatedNumbers(drafts, context)
  const family = await buildFamily(
    { drafts, known, settings, ids, mayName: (record) => mayBeNamed(reading, record) },
    watch,
  )
  const changed = drafts.filter((draft) => draft.action === 'update')
  if (changed.length > 0) await joinRecords(reading, family, drafts, changed, context)
  sexFromUse(family.nodes)
  await judgeAll(drafts, family, context, watch)
  if (changed.length > 0) await judgeOffspring(reading, family, changed, context)
  return planFamily(drafts, family, context)
}

function markRepeats(drafts: readonly AnimalDraft[], { settings }: FileContext): void {
  const first = firstOfEach(drafts.map((draft) => draft.key))
  for (const [position, draft] of drafts.entries()) {
    const original = drafts[first[position] ?? -1]
    if (original === undefined) continue
    draft.action = 'skip'
    if (settings.onRepeated === 'skip') continue
    const field = draft.values.code === undefined ? 'id' : 'code'
    draft.issues.push(
      issueOf(
        settings,
        draft.line,
        { code: 'import_repeated_in_file', data: { firstLine: original.line } },
        field,
        draft.values[field] ?? null,
      ),
    )
  }
}

/** What must be looked up: every row's own numbers, and the parents that have no row. */
async function wantedBy(
  drafts: readonly AnimalDraft[],
  { settings }: FileContext,
  watch: ImportWatch,
): Promise<WantedAnimals> {
  const inFile = new Set(drafts.map((draft) => draft.key))
  const [values, codes, texts, seen] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  for (const [position, draft] of drafts.entries()) {
    for (const number of draft.numbers) values.add(number.value)
    if (draft.values.code !== undefined) codes.add(draft.values.code)
    if (draft.values.id !== undefined) codes.add(draft.values.id)
    for (const field of parentFields) {
      const text = draft.values[field]
      if (text === undefined || seen.has(text)) continue
      seen.add(text)
      if (!inFile.has(keyOfNumber(settings, text))) texts.add(text)
    }
    await watch.step(position, drafts.length)
  }
  return { values, codes, texts }
}

/** Finds the record a row means, and what the person wants done with rows of records that exist. */
function decideExisting(reading: Reading, draft: AnimalDraft, known: KnownAnimals, context: FileContext): void {
  if (draft.action !== 'create') return
  const field = draft.values.code === undefined ? 'id' : 'code'
  const text = draft.values[field]
  if (text === undefined) return
  const found = matchRecord(reading, draft, known, context, text)
  if (found !== null) draft.issues.push(issueOf(context.settings, draft.line, found, field, text))
}

function matchRecord(
  reading: Reading,
  draft: AnimalDraft,
  known: KnownAnimals,
  { settings, scope }: FileContext,
  text: string,
): Refusal | null {
  const { species, siteId } = draft
  const found = known.find(text, { scheme: settings.options.identifierScheme, species, siteId }, 'self')
  const [record] = found
  if (found.length > 1) return refusal('import_match_ambiguous', { count: found.length })
  // Codes are ours to give out: one that is not there is a misprint.
  if (record === undefined)
    return draft.values.code === undefined ? null : refusal('import_reference_unknown', { text })
  draft.existing = record
  if (settings.onExisting === 'reject') {
    return refusal('import_already_exists', { animal: mayRead(reading, record) ? namedAnimal(record) : null })
  }
  if (settings.onExisting === 'update' && !scopeReaches(scope, record.siteId)) {
    return refusal('forbidden', { permission: 'animals.import' })
  }
  draft.action = settings.onExisting
  return null
}

/** A world-wide number of a new animal must not be another animal's. The file's own number is what rows match by. */
function refuseTakenNumbers(
  reading: Reading,
  draft: AnimalDraft,
  known: KnownAnimals,
  { settings }: FileContext,
): void {
  if (draft.action !== 'create' || draft.existing !== null) return
  for (const number of draft.numbers) {
    if (number.field === 'id' || !isWorldWide(number)) continue
    const [other] = known.find(number.value, { scheme: number.scheme, species: null, siteId: null }, 'self')
    if (other === undefined) continue
    const data = {
      scheme: number.scheme,
      value: number.value,
      animal: mayRead(reading, other) ? namedAnimal(other) : null,
    }
    draft.issues.push(issueOf(settings, draft.line, { code: 'identifier_taken', data }, number.field, number.value))
  }
}

function refuseRepeatedNumbers(drafts: readonly AnimalDraft[], { settings }: FileContext): void {
  const first = new Map<string, AnimalDraft>()
  for (const draft of drafts) {
    if (draft.action !== 'create') continue
    for (const number of draft.numbers) {
      if (number.field === 'id' || !isWorldWide(number)) continue
      const key = identityKey(number.scheme, number.value)
      const original = first.get(key)
      if (original === undefined) first.set(key, draft)
      else
        draft.issues.push(
          issueOf(
            settings,
            draft.line,
            { code: 'import_repeated_in_file', data: { firstLine: original.line } },
            number.field,
            number.value,
          ),
        )
    }
  }
}

/** Records that change are judged as they will be; their ancestors stand in the family, so that loops through them show. */
async function joinRecords(
  reading: Reading,
  family: Family,
  drafts: readonly AnimalDraft[],
  changed: readonly AnimalDraft[],
  { settings }: FileContext,
): Promise<void> {
  const records = changed.flatMap((draft) => draft.existing ?? [])
  if (parentFields.some((field) => settings.updateFields.includes(field))) {
    const named = family.nodes.flatMap((node) =>
      node.kind === 'record' ? [node.relative as Relative & (typeof records)[number]] : [],
    )
    const ancestors = await loadAncestors(reading, [...records, ...named])
    addAncestors(
      family,
      ancestors,
      (row, field) =>
        drafts[row]?.action === 'update' &&
        settings.updateFields.includes(field) &&
        drafts[row]?.values[field] !== undefined,
    )
  }
  if (!settings.updateFields.includes('birthDate')) return
  for (const draft of changed) {
    const node = family.nodes[draft.node]
    const birth = draft.values.birthDate
    if (node === undefined || birth === undefined) continue
    family.nodes[draft.node] = {
      ...node,
      relative: { ...node.relative, birthDate: birth.date, birthDatePrecision: birth.precision },
    }
  }
}

async function judgeAll(
  drafts: readonly AnimalDraft[],
  family: Family,
  context: FileContext,
  watch: ImportWatch,
): Promise<void> {
  const { settings } = context
  const refused = new Set<number>()
  for (const [position, draft] of drafts.entries()) {
    const node = family.nodes[draft.node]
    if (node !== undefined && draft.issues.length === 0) {
      const own =
        draft.action === 'create'
          ? refuseNewFacts(draft, node.relative.sex, context.latestDate)
          : refuseChangedFacts(draft, context)
      const found = own ?? (draft.action === 'skip' ? null : refuseFamilyParents(family.nodes, draft.node))
      if (found !== null) draft.issues.push(issueOf(settings, draft.line, found, ...cellOf(draft, found.field)))
    }
    if (draft.issues.length > 0 && draft.node >= 0) refused.add(draft.node)
    await watch.step(position, drafts.length)
  }
  // Also loops through rows that are refused already: who repairs the file wants to see them.
  for (const { node, refusal: found } of refuseLoops(family.nodes)) {
    const draft = drafts[family.nodes[node]?.row ?? -1]
    if (draft === undefined || draft.issues.some((issue) => issue.code === found.code)) continue
    draft.issues.push(issueOf(settings, draft.line, found, null, draft.values.id ?? null))
    refused.add(node)
  }
  for (const [node, parent] of refuseOffspring(family.nodes, refused)) {
    const draft = drafts[family.nodes[node]?.row ?? -1]
    const parentDraft = drafts[family.nodes[parent]?.row ?? -1]
    // A record that stays as it is keeps its parents, whatever its row says.
    if (draft === undefined || draft.action === 'skip') continue
    const field = parentFields.find((one) => family.nodes[node]?.[one] === parent) ?? null
    const data = { parent: family.nodes[parent]?.relative.code, parentLine: parentDraft?.line }
    draft.issues.push(issueOf(settings, draft.line, { code: 'import_parent_rejected', data }, ...cellOf(draft, field)))
  }
}

function refuseChangedFacts(draft: AnimalDraft, { settings, latestDate }: FileContext) {
  const record = draft.existing
  if (draft.action !== 'update' || record === null) return null
  const takes = (field: 'birthDate' | 'breed') =>
    settings.updateFields.includes(field) && draft.values[field] !== undefined
  const birthDate = takes('birthDate') ? (draft.values.birthDate?.date ?? null) : record.birthDate
  const breeds = takes('breed') ? (draft.values.breed ?? []) : record.breeds
  const { species, sex } = record as unknown as Relative
  return refuseOwnFacts({ species, sex, birthDate, castratedOn: record.castratedOn, breeds }, latestDate)
}

/** An animal may not become younger than its recorded offspring. */
async function judgeOffspring(
  reading: Reading,
  family: Family,
  changed: readonly AnimalDraft[],
  { settings }: FileContext,
): Promise<void> {
  if (!settings.updateFields.includes('birthDate')) return
  const drafts = changed.filter((draft) => draft.values.birthDate !== undefined && draft.issues.length === 0)
  const offspring = await loadOffspring(
    reading,
    drafts.flatMap((draft) => draft.existing?.id ?? []),
  )
  for (const draft of drafts) {
    const parent = family.nodes[draft.node]?.relative
    if (parent === undefined) continue
    for (const child of offspring.get(parent.id) ?? []) {
      const kind = child.sireId === parent.id ? 'sireId' : child.damId === parent.id ? 'damId' : 'gestationalDamId'
      const found = refuseParents(child as unknown as Relative, { [kind]: parent })
      if (found === null) continue
      draft.issues.push(issueOf(settings, draft.line, found, 'birthDate', parent.birthDate))
      break
    }
  }
}

/** Field and text of the cell a refusal is about; rules name columns of the table. */
function cellOf(draft: AnimalDraft, field: string | null | undefined): [field: string | null, value: string | null] {
  const key = field === undefined || field === null ? null : (fieldOfColumn[field] ?? field.split('.')[0] ?? null)
  const value = key === null ? undefined : (draft.values as Record<string, unknown>)[key]
  return [key, typeof value === 'string' ? value : value === undefined ? null : JSON.stringify(value)]
}

const fieldOfColumn: Readonly<Record<string, string>> = {
  sireId: 'sire',
  damId: 'dam',
  gestationalDamId: 'gestationalDam',
  breeds: 'breed',
  siteId: 'site',
}
