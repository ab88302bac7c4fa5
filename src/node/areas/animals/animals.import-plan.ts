/** Turns judged rows into what is written: new animals in order, numbers of added parents, changes of records. */
import { derivedFields } from '../../../core/areas/animals/animals.rules.ts'
import { identifierSchemes } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Patch } from '../../store/entities.ts'
import { type Family, parentFields } from './animals.import-family.ts'
import { parentsFirst } from './animals.import-pedigree.ts'
import type { AnimalDraft, FileContext } from './animals.import-rows.ts'
import type { FamilyPlan, NewNumber } from './animals.import-write.ts'

/** Rejects every draft with a reason, and plans the rest. Parents that only rejected rows name are not added. */
export function planFamily(drafts: readonly AnimalDraft[], family: Family, context: FileContext): FamilyPlan {
  const refused = new Set<number>()
  for (const draft of drafts) {
    if (draft.issues.length === 0) continue
    draft.action = 'reject'
    if (draft.node >= 0) refused.add(draft.node)
  }
  const used = new Set<number>()
  for (const [position, node] of family.nodes.entries()) {
    if (refused.has(position)) continue
    for (const field of parentFields) if (node[field] >= 0) used.add(node[field])
  }
  const fresh = [...parentsFirst(family.nodes, refused)].filter((position) => {
    const node = family.nodes[position]
    return node?.kind === 'fresh' && !refused.has(position) && (node.row >= 0 || used.has(position))
  })
  const scheme = context.settings.options.identifierScheme
  const addedNumbers = new Map<number, NewNumber>(
    family.added
      .filter(({ node }) => used.has(node))
      .map(({ node, text }) => [node, { scheme, value: identifierSchemes[scheme].normalise(text) }]),
  )
  const updates = drafts.flatMap((draft) =>
    draft.action === 'update' && draft.existing !== null
      ? [{ id: draft.existing.id, patch: patchOf(draft, family, context) }]
      : [],
  )
  return { drafts, nodes: family.nodes, fresh, addedNumbers, updates }
}

function patchOf(draft: AnimalDraft, family: Family, { settings }: FileContext): Patch<'animal'> {
  const { values, existing } = draft
  const node = family.nodes[draft.node]
  const patch: Patch<'animal'> = {}
  const takes = (field: string) =>
    settings.updateFields.includes(field) && (values as Record<string, unknown>)[field] !== undefined
  for (const field of ['name', 'colour', 'purpose', 'location', 'notes'] as const)
    if (takes(field)) Object.assign(patch, { [field]: values[field] })
  if (takes('birthDate'))
    Object.assign(patch, { birthDate: values.birthDate?.date, birthDatePrecision: values.birthDate?.precision })
  if (takes('owner')) patch.ownerCustomerId = draft.ownerId
  for (const field of parentFields)
    if (takes(field) && node !== undefined) patch[`${field}Id`] = family.nodes[node[field]]?.relative.id ?? null
  if (takes('name') || takes('breed')) {
    Object.assign(
      patch,
      derivedFields({
        name: patch.name ?? existing?.name ?? null,
        breeds: takes('breed') ? (values.breed ?? []) : (existing?.breeds ?? []),
      }),
    )
  }
  return patch
}
