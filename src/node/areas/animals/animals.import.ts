/** Animals from a file: pedigrees and herd lists. See animals.import-check.ts for how rows are judged. */

import { detectScheme } from '../../../core/areas/animals/identity/detect-scheme.ts'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { identifierSchemes, refuseIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { AnimalImportOptions } from '../../../core/areas/documents/import.model.ts'
import { countActions } from '../../../core/areas/documents/import-rows.ts'
import type {
  ImportIssue,
  ImportSession,
  ImportTarget,
  PreviewRow,
  ReadRow,
} from '../../../core/areas/documents/import-target.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { Reading } from '../../runtime/reading.ts'
import { latestDate } from './animal-calendar.ts'
import { checkAnimals } from './animals.import-check.ts'
import { animalImportFields } from './animals.import-fields.ts'
import { loadPlaces } from './animals.import-known.ts'
import type { AnimalDraft, AnimalSettings, FileContext } from './animals.import-rows.ts'
import { type FamilyPlan, writeFamily } from './animals.import-write.ts'

interface Dependencies {
  readonly codes: CodeSource
  readonly ids: Ids
  readonly clock: Clock
}

export function createAnimalImport(dependencies: Dependencies): ImportTarget<Reading, Change, AnimalImportOptions> {
  return {
    list: 'animals',
    fields: animalImportFields,
    propose: (samples) => ({ identifierScheme: proposeScheme(samples.id ?? []), missingParents: 'create' }),
    open: (settings) => createSession(settings, dependencies),
  }
}

/** The scheme every sample fits and most of them suggest; a herd's own numbers when none is sure. */
function proposeScheme(samples: readonly string[]): IdentifierSchemeCode {
  const votes = new Map<IdentifierSchemeCode, number>()
  for (const sample of samples) {
    const [likely] = detectScheme(sample)
    if (likely !== undefined) votes.set(likely, (votes.get(likely) ?? 0) + 1)
  }
  const fits = (code: IdentifierSchemeCode) => samples.every((sample) => refuseIdentifier(code, sample) === null)
  const [first] = [...votes].sort((left, right) => right[1] - left[1])
  if (
    first !== undefined &&
    first[1] > samples.length / 2 &&
    identifierSchemes[first[0]].scope === 'world' &&
    first[0] !== 'own' &&
    fits(first[0])
  )
    return first[0]
  return fits('herd_book') ? 'herd_book' : 'other'
}

function createSession(settings: AnimalSettings, { codes, ids, clock }: Dependencies): ImportSession<Reading, Change> {
  const rows: ReadRow[] = []
  let plan: FamilyPlan = { drafts: [], nodes: [], fresh: [], addedNumbers: new Map(), updates: [] }

  async function contextOf(reading: Reading): Promise<FileContext> {
    const places = await loadPlaces(reading, settings.columnOf('owner') !== null)
    const scope = reading.scope('animals.import')
    const given = settings.options.siteId
    if (given !== undefined && !places.allSiteIds.includes(given))
      throw new DomainError('not_found', { entity: 'site', id: given }, { field: 'options.siteId' })
    if (given !== undefined && !scopeReaches(scope, given))
      throw new DomainError('forbidden', { permission: 'animals.import', siteId: given })
    const reachable = places.allSiteIds.filter((id) => scopeReaches(scope, id))
    const home = reachable.find((id) => id === reading.actor().homeSiteId)
    const only = reachable.length === 1 ? reachable[0] : undefined
    return {
      settings,
      places,
      scope,
      defaultSiteId: given ?? home ?? only ?? null,
      latestDate: latestDate(clock.nowMs()),
    }
  }

  return {
    add: (row) => void rows.push(row),
    async check(reading, watch) {
      plan = await checkAnimals(reading, rows, await contextOf(reading), ids, watch)
    },
    counts: () =>
      countActions(
        plan.drafts.map((draft) => draft.action),
        plan.addedNumbers.size,
      ),
    issues: (): readonly ImportIssue[] => plan.drafts.flatMap((draft) => draft.issues),
    sample: (limit): PreviewRow[] =>
      plan.drafts
        .slice(0, limit)
        .map((draft) => ({ line: draft.line, action: draft.action, values: shownValues(draft, plan) })),
    write: (change, batchId) => writeFamily(change, codes, plan, batchId),
  }
}

/** A row as it would be, for the preview: cells as read, with the sex it gets from its use and where its parents come from. */
function shownValues(draft: AnimalDraft, plan: FamilyPlan): Record<string, unknown> {
  const node = plan.nodes[draft.node]
  const origin = (position: number | undefined) => {
    const parent = position === undefined || position < 0 ? undefined : plan.nodes[position]
    if (parent === undefined) return undefined
    return parent.kind === 'record' ? 'record' : parent.row < 0 ? 'added' : 'file'
  }
  return {
    ...draft.values,
    species: draft.species,
    siteId: draft.siteId,
    ...(node === undefined ? {} : { sex: node.relative.sex, sireFrom: origin(node.sire), damFrom: origin(node.dam) }),
  }
}
