/** Writes the accepted part of an animal file: new animals parents first, their numbers, then changes to records. */
import { derivedFields } from '../../../core/areas/animals/animals.rules.ts'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import {
  type BreedComposition,
  compositionOfOffspring,
  refuseComposition,
} from '../../../core/areas/animals/species/breed-composition.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { NewRow, Patch } from '../../store/entities.ts'
import type { FamilyNode } from './animals.import-pedigree.ts'
import { type AnimalDraft, statusWords } from './animals.import-rows.ts'

export interface FamilyPlan {
  readonly drafts: readonly AnimalDraft[]
  readonly nodes: readonly FamilyNode[]
  /** Positions of new animals, every parent before its offspring. */
  readonly fresh: readonly number[]
  /** Number of a parent added without a row, by position. */
  readonly addedNumbers: ReadonlyMap<number, NewNumber>
  readonly updates: readonly { readonly id: string; readonly patch: Patch<'animal'> }[]
}

export interface NewNumber {
  readonly scheme: IdentifierSchemeCode
  readonly value: string
}

/** Rows built and handed to the store at a time; the values of more would only wait in memory. */
const slice = 2000
/** A record holds at most this many breeds; smaller parts count as unknown. */
const mostBreeds = 16

export async function writeFamily(change: Change, codes: CodeSource, plan: FamilyPlan, batchId: string): Promise<void> {
  const breedsOf = new Map<number, BreedComposition>()
  for (let start = 0; start < plan.fresh.length; start += slice) {
    const positions = plan.fresh.slice(start, start + slice)
    const fresh = await codes.nextMany(change, 'AN', positions.length)
    await change.insertMany(
      'animal',
      positions.map((position, index) => animalRow(plan, position, fresh[index] as string, batchId, breedsOf)),
    )
    await change.insertMany(
      'animalIdentifier',
      positions.flatMap((position) => numberRows(plan, position)),
    )
  }
  for (const { id, patch } of plan.updates) await change.update('animal', id, patch)
}

function animalRow(
  plan: FamilyPlan,
  position: number,
  code: string,
  batchId: string,
  breedsOf: Map<number, BreedComposition>,
): NewRow<'animal'> {
  const node = nodeAt(plan, position)
  const values = plan.drafts[node.row]?.values ?? {}
  const breeds = breedsFor(plan, node, breedsOf)
  breedsOf.set(position, breeds)
  const { reason, note } = statusWords(values)
  const { relative } = node
  return {
    id: relative.id,
    siteId: node.siteId,
    code,
    name: relative.name,
    species: relative.species,
    sex: relative.sex,
    birthDate: relative.birthDate,
    birthDatePrecision: relative.birthDatePrecision,
    ...derivedFields({ name: relative.name, breeds }),
    colour: values.colour ?? null,
    status: relative.status,
    statusReason: reason,
    statusNote: note,
    statusDate: relative.statusDate,
    purpose: values.purpose ?? null,
    isReference: values.isReference ?? node.row < 0,
    sireId: idAt(plan, node.sire),
    damId: idAt(plan, node.dam),
    gestationalDamId: idAt(plan, node.gestationalDam),
    nuclearDonorId: null,
    parentageState: 'recorded',
    ownerCustomerId: plan.drafts[node.row]?.ownerId ?? null,
    location: values.location ?? null,
    notes: values.notes ?? null,
    mergedIntoId: null,
    importBatchId: batchId,
  }
}

/** As stated, else half of each parent, as when an animal is added by hand. */
function breedsFor(
  plan: FamilyPlan,
  node: FamilyNode,
  breedsOf: ReadonlyMap<number, BreedComposition>,
): BreedComposition {
  if (node.breeds.length > 0) return node.breeds
  const parentBreeds = (position: number) =>
    position < 0 ? null : (breedsOf.get(position) ?? nodeAt(plan, position).breeds)
  const derived = compositionOfOffspring(parentBreeds(node.sire), parentBreeds(node.dam)).slice(0, mostBreeds)
  // Crosses of two species have breeds of neither.
  return refuseComposition(node.relative.species, derived) === null ? derived : []
}

function numberRows(plan: FamilyPlan, position: number): NewRow<'animalIdentifier'>[] {
  const node = nodeAt(plan, position)
  const added = plan.addedNumbers.get(position)
  const numbers: readonly NewNumber[] = added === undefined ? (plan.drafts[node.row]?.numbers ?? []) : [added]
  return numbers.map(({ scheme, value }, index) => ({
    animalId: node.relative.id,
    scheme,
    value,
    position: index,
    issuedOn: null,
    removedOn: null,
    note: null,
  }))
}

function nodeAt(plan: FamilyPlan, position: number): FamilyNode {
  const node = plan.nodes[position]
  if (node === undefined) throw new Error('a position outside the family')
  return node
}

function idAt(plan: FamilyPlan, position: number): string | null {
  return position < 0 ? null : nodeAt(plan, position).relative.id
}
