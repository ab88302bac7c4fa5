/** Joins the rows of a file, the parents they name and the records they mean into one family. */

import type { Relative } from '../../../core/areas/animals/animals.parentage.ts'
import { refuseIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { ImportWatch } from '../../../core/areas/documents/import-target.ts'
import { normaliseCode, refuseCode } from '../../../core/kernel/check-character.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { AnimalRow, KnownAnimals } from './animals.import-known.ts'
import type { FamilyNode } from './animals.import-pedigree.ts'
import { type AnimalDraft, type AnimalSettings, issueOf, keyOfCode, keyOfNumber } from './animals.import-rows.ts'

/** A parent that stands nowhere and is added with its number only. */
export interface AddedParent {
  readonly node: number
  readonly text: string
}

export interface Family {
  readonly nodes: FamilyNode[]
  readonly added: AddedParent[]
}

export const parentFields = ['sire', 'dam', 'gestationalDam'] as const

export type ParentField = (typeof parentFields)[number]

interface FamilyParts {
  readonly drafts: readonly AnimalDraft[]
  readonly known: KnownAnimals
  readonly settings: AnimalSettings
  readonly ids: Ids
  /** Whether the caller may see the record and so name it as a parent. */
  mayName(record: AnimalRow): boolean
}

/** Gives every draft that is not a repeat its place, then finds the parents each row names. */
export async function buildFamily(parts: FamilyParts, watch: ImportWatch): Promise<Family> {
  const { drafts, settings, ids } = parts
  const family: Family = { nodes: [], added: [] }
  const byKey = new Map<string, number>()
  const byRecord = new Map<string, number>()
  for (const [row, draft] of drafts.entries()) {
    if (draft.action === 'skip' && draft.existing === null) continue
    if (draft.key !== null && byKey.has(draft.key)) continue
    draft.node =
      family.nodes.push(
        draft.existing === null ? freshNode(draft, row, ids.next()) : { ...recordNode(draft.existing), row },
      ) - 1
    if (draft.key !== null) byKey.set(draft.key, draft.node)
    // A row may be named by its number also when it gives its code.
    if (draft.values.id !== undefined && !byKey.has(keyOfNumber(settings, draft.values.id)))
      byKey.set(keyOfNumber(settings, draft.values.id), draft.node)
    if (draft.existing !== null) byRecord.set(draft.existing.id, draft.node)
    await watch.step(row, drafts.length)
  }
  const finder = createParentFinder(parts, family, byKey, byRecord)
  for (const [row, draft] of drafts.entries()) {
    const node = family.nodes[draft.node]
    if (node !== undefined && takesParents(draft))
      for (const field of parentFields) linkParent(finder, draft, node, field, settings)
    await watch.step(row, drafts.length)
  }
  return family
}

/** Rows that bring parents: new animals, and updates that take parents from the file. */
function takesParents(draft: AnimalDraft): boolean {
  return draft.action === 'create' || draft.action === 'update' || draft.action === 'reject'
}

type ParentFinder = (draft: AnimalDraft, field: ParentField, text: string) => number | Refusal

function linkParent(
  find: ParentFinder,
  draft: AnimalDraft,
  node: FamilyNode,
  field: ParentField,
  settings: AnimalSettings,
): void {
  const text = draft.values[field]
  if (text === undefined || (draft.action === 'update' && !settings.updateFields.includes(field))) return
  const found = find(draft, field, text)
  if (typeof found === 'number') node[field] = found
  else draft.issues.push(issueOf(settings, draft.line, found, field, text))
}

function createParentFinder(
  { known, settings, ids, mayName }: FamilyParts,
  family: Family,
  byKey: Map<string, number>,
  byRecord: Map<string, number>,
): ParentFinder {
  return (draft, _field, text) => {
    const scheme = settings.options.identifierScheme
    const inFile =
      byKey.get(keyOfNumber(settings, text)) ??
      (refuseCode(text) === null ? byKey.get(keyOfCode(normaliseCode(text))) : undefined)
    if (inFile !== undefined) return inFile
    const { species, siteId } = draft
    const records = known.find(text, { scheme, species, siteId }, 'parent')
    if (records.length > 1)
      return refusal('import_reference_ambiguous', {
        count: records.length,
        animals: records.slice(0, 5).map(({ id, code, name }) => ({ id, code, name })),
      })
    const [record] = records
    if (record !== undefined)
      return mayName(record)
        ? recordPosition(family, byRecord, record)
        : refusal('forbidden', { permission: 'animals.read' })
    if (settings.options.missingParents === 'reject') return refusal('import_reference_unknown', { text })
    const refused = refuseIdentifier(scheme, text, species === null ? {} : { species })
    if (refused !== null) return refused
    // Without these the row itself is refused; the parent is not needed then.
    if (species === null || siteId === null) return -1
    const node = family.nodes.push(addedNode(text, species, siteId, ids.next())) - 1
    byKey.set(keyOfNumber(settings, text), node)
    family.added.push({ node, text })
    return node
  }
}

function recordPosition(family: Family, byRecord: Map<string, number>, record: AnimalRow): number {
  const placed = byRecord.get(record.id)
  if (placed !== undefined) return placed
  const node = family.nodes.push(recordNode(record)) - 1
  byRecord.set(record.id, node)
  return node
}

/** Puts records and the records above them into the family, with the parents the database has for them. */
export function addAncestors(
  family: Family,
  ancestors: ReadonlyMap<string, AnimalRow>,
  isUpdatedParent: (row: number, field: ParentField) => boolean,
): void {
  const place = new Map<string, number>()
  for (const [position, node] of family.nodes.entries())
    if (node.kind === 'record') place.set(node.relative.id, position)
  for (const record of ancestors.values())
    if (!place.has(record.id)) place.set(record.id, family.nodes.push(recordNode(record)) - 1)
  for (const node of family.nodes) {
    const record = node.kind === 'record' ? ancestors.get(node.relative.id) : undefined
    if (record === undefined) continue
    const parents = { sire: record.sireId, dam: record.damId, gestationalDam: record.gestationalDamId }
    for (const field of parentFields) {
      const id = parents[field]
      if (id !== null && !isUpdatedParent(node.row, field)) node[field] = place.get(id) ?? -1
    }
  }
}

const noParents = { sire: -1, dam: -1, gestationalDam: -1 }

function freshNode(draft: AnimalDraft, row: number, id: string): FamilyNode {
  const { values } = draft
  const relative: Relative = {
    id,
    code: values.id ?? values.name ?? '',
    name: values.name ?? null,
    // A row without species is refused; what stands here is not looked at.
    species: draft.species ?? 'bovine',
    sex: values.sex ?? 'unknown',
    birthDate: values.birthDate?.date ?? null,
    birthDatePrecision: values.birthDate?.precision ?? null,
    status: values.status ?? 'active',
    statusDate: values.statusDate?.date ?? null,
  }
  return { relative, siteId: draft.siteId ?? '', breeds: values.breed ?? [], row, kind: 'fresh', ...noParents }
}

function addedNode(text: string, species: SpeciesCode, siteId: string, id: string): FamilyNode {
  const relative: Relative = {
    id,
    code: text,
    name: null,
    species,
    sex: 'unknown',
    birthDate: null,
    birthDatePrecision: null,
    status: 'active',
    statusDate: null,
  }
  return { relative, siteId, breeds: [], row: -1, kind: 'fresh', ...noParents }
}

function recordNode(record: AnimalRow): FamilyNode {
  return {
    relative: record as unknown as Relative,
    siteId: record.siteId,
    breeds: record.breeds,
    row: -1,
    kind: 'record',
    ...noParents,
  }
}
