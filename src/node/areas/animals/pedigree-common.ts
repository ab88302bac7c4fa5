import type { CommonAncestorAnswer } from '../../../core/areas/animals/animals.pedigree.model.ts'
import {
  type CommonAncestorReport,
  commonAncestorsOf,
  findCommonAncestors,
} from '../../../core/areas/animals/pedigree/common-ancestors.ts'
import type { Reading } from '../../runtime/reading.ts'
import { describeShort } from './animal-details.ts'
import type { LoadedPedigree } from './pedigree-load.ts'

export interface NamedReport {
  readonly inbreeding: number
  /** The largest contributions, named. */
  readonly ancestors: CommonAncestorAnswer[]
  readonly count: number
  /** False when older ancestors were left out; contributions are lower bounds then. */
  readonly complete: boolean
  /** Contribution by id, of all. */
  readonly contributions: ReadonlyMap<string, number>
}

const shown = 20
/** Time grows with the square: so many ancestors take some tens of milliseconds, and the event loop must go on. */
const maximumAncestors = 2000

/** Where the F of a loaded animal comes from. */
export async function commonAncestorsBehind(
  reading: Reading,
  loaded: LoadedPedigree,
  id: string,
): Promise<NamedReport> {
  const report = commonAncestorsOf(loaded.pedigree, loaded.positionOf(id), { knownF: loaded.knownF, maximumAncestors })
  return nameReport(reading, loaded, report)
}

/** Where the F of offspring of two loaded animals would come from. */
export async function commonAncestorsBetween(
  reading: Reading,
  loaded: LoadedPedigree,
  sireId: string,
  damId: string,
): Promise<NamedReport> {
  const report = findCommonAncestors(loaded.pedigree, loaded.positionOf(sireId), loaded.positionOf(damId), {
    knownF: loaded.knownF,
    maximumAncestors,
  })
  return nameReport(reading, loaded, report)
}

async function nameReport(
  reading: Reading,
  loaded: LoadedPedigree,
  report: CommonAncestorReport,
): Promise<NamedReport> {
  const idOf = (position: number) => loaded.ids[position] ?? ''
  const first = report.ancestors.slice(0, shown)
  const shorts = await describeShort(
    reading,
    first.map((ancestor) => idOf(ancestor.animal)),
  )
  const ancestors = first.flatMap(({ animal, contribution, sireGenerations, damGenerations }) => {
    const short = shorts.get(idOf(animal))
    return short === undefined
      ? []
      : [
          {
            animal: short,
            mark: null,
            contribution,
            sireGenerations: [...sireGenerations],
            damGenerations: [...damGenerations],
          },
        ]
  })
  return {
    inbreeding: report.inbreeding,
    ancestors,
    count: report.ancestors.length,
    complete: report.complete,
    contributions: new Map(report.ancestors.map((ancestor) => [idOf(ancestor.animal), ancestor.contribution])),
  }
}
