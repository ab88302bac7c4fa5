import type { PedigreeTree } from '../../../core/areas/animals/animals.pedigree.model.ts'
import { buildAncestorTree } from '../../../core/areas/animals/pedigree/ancestor-tree.ts'
import { pedigreeCompleteness } from '../../../core/areas/animals/pedigree/pedigree-completeness.ts'
import { layOutTree } from '../../../core/areas/animals/pedigree/tree-layout.ts'
import type { Reading } from '../../runtime/reading.ts'
import { describeShort } from './animal-details.ts'
import { loadInbreeding } from './animal-parts.queries.ts'
import { getAnimal } from './animal-record.ts'
import { commonAncestorsBehind, type NamedReport } from './pedigree-common.ts'
import { loadPedigree } from './pedigree-load.ts'

const noReport: NamedReport = { inbreeding: 0, ancestors: [], count: 0, complete: true, contributions: new Map() }
const nothingKnown = {
  known: 0,
  possible: 0,
  byGeneration: [],
  completenessIndex: 0,
  equivalentGenerations: 0,
  completeGenerations: 0,
  longestLine: 0,
}

/**
 * The tree of ancestors for the screen. F and the common ancestors come from the whole pedigree, not only the generations
 * shown. In a pedigree with a loop there is a tree and no F.
 */
export async function readTree(
  reading: Reading,
  { id, generations }: { id: string; generations: number },
): Promise<PedigreeTree> {
  await getAnimal(reading, id)
  const loaded = await loadPedigree(reading, [id])
  const sound = loaded.loops.length === 0
  const report = sound ? await commonAncestorsBehind(reading, loaded, id) : noReport
  const tree = buildAncestorTree(id, generations, (one) => {
    const link = loaded.links.get(one)
    return link === undefined ? null : { id: one, sire: link.sireId, dam: link.damId }
  })
  const layout = layOutTree(tree, report.contributions)
  const shorts = await describeShort(
    reading,
    tree.slots.map((slot) => slot?.id ?? null),
  )
  const nodes = layout.nodes.flatMap(({ number, generation, slot, letter }) => {
    const short = slot === null ? undefined : shorts.get(slot.id)
    if (short === undefined) return []
    const link = loaded.links.get(short.id)
    return [
      {
        slot: number,
        generation,
        animal: { ...short, sireId: link?.sireId ?? null, damId: link?.damId ?? null },
        mark: letter,
      },
    ]
  })
  const letters = new Map(layout.marks.map((mark) => [mark.id, mark.letter]))
  const animal = shorts.get(id)
  if (animal === undefined) throw new Error('the animal of the tree was not described')
  const completeness = sound ? pedigreeCompleteness(loaded.pedigree, loaded.positionOf(id), generations) : nothingKnown
  return {
    animal,
    generations,
    nodes,
    inbreeding: sound ? report.inbreeding : null,
    inbreedingStale: (await loadInbreeding(reading, [id]))(id).stale,
    commonAncestors: report.ancestors.map((ancestor) => ({
      ...ancestor,
      mark: letters.get(ancestor.animal.id) ?? null,
    })),
    commonAncestorCount: report.count,
    commonAncestorsComplete: report.complete,
    completeness: { ...completeness, byGeneration: completeness.byGeneration.map((one) => ({ ...one })) },
  }
}
