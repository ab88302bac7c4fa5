/** Changes of many animals at once: the same plan is shown as a preview and carried out as one command. */
import type { z } from 'zod'
import type { BulkInput, bulkAnswer, bulkPreview } from '../../../core/areas/animals/animals.bulk.model.ts'
import type { AnimalSelection } from '../../../core/areas/animals/animals.fields.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { DomainError, type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { sameValue } from '../../runtime/same-value.ts'
import type { Patch, Row } from '../../store/entities.ts'
import { latestDate, siteToday } from './animal-calendar.ts'
import { describeRows } from './animal-details.ts'
import type { AnimalListSpec } from './animal-list.ts'
import { selectAnimals } from './animal-selection.ts'
import { applyStatus, refuseStatus } from './animal-status.ts'
import { findRefusal, patchOf } from './animals.service.ts'

interface Dependencies {
  readonly clock: Clock
  readonly list: AnimalListSpec
}

interface PlannedEdit {
  readonly row: Row<'animal'>
  readonly patch: Patch<'animal'>
  readonly differs: readonly { field: string; from: unknown; to: unknown }[]
  readonly refusal: Refusal | null
}

const shownRefusals = 100
const shownSamples = 20

export function createAnimalBulkService({ clock, list }: Dependencies) {
  return {
    async preview(reading: Reading, input: BulkInput): Promise<z.input<typeof bulkPreview>> {
      const edits = await planEdits(reading, list, clock, input)
      const refused = edits.filter((edit) => edit.refusal !== null)
      const changing = edits.filter((edit) => edit.refusal === null && edit.differs.length > 0)
      const shown = await describeRows(
        reading,
        [...refused.slice(0, shownRefusals), ...changing.slice(0, shownSamples)].map((edit) => edit.row),
      )
      const shortOf = new Map(shown.map((short) => [short.id, short]))
      const animalOf = ({ row }: PlannedEdit) => {
        const short = shortOf.get(row.id)
        if (short === undefined) throw new Error('a row that was not described')
        return short
      }
      return {
        selected: edits.length,
        changed: changing.length,
        unchanged: edits.length - refused.length - changing.length,
        refused: refused.length,
        refusals: refused.slice(0, shownRefusals).map((edit) => ({ animal: animalOf(edit), ...factsOf(edit.refusal) })),
        samples: changing
          .slice(0, shownSamples)
          .map((edit) => ({ animal: animalOf(edit), changes: [...edit.differs] })),
      }
    },

    async bulkUpdate(change: Change, input: BulkInput): Promise<z.input<typeof bulkAnswer>> {
      const edits = await planEdits(change, list, clock, input)
      const refused = edits.filter((edit) => edit.refusal !== null)
      if (refused.length > 0 && !input.skipRefused) {
        const first = refused
          .slice(0, 20)
          .map((edit) => ({ id: edit.row.id, code: edit.row.code, name: edit.row.name, reason: factsOf(edit.refusal) }))
        throw new DomainError('bulk_rows_refused', { count: refused.length, of: edits.length, animals: first })
      }
      let changed = 0
      for (const edit of edits) {
        if (edit.refusal !== null || edit.differs.length === 0) continue
        await carryOut(change, edit, input, clock)
        changed += 1
      }
      return { changed, unchanged: edits.length - refused.length - changed, refused: refused.length }
    },

    async bulkArchive(change: Change, { selection }: { selection: AnimalSelection }): Promise<{ archived: number }> {
      const rows = await selectAnimals(change, list, selection)
      for (const row of rows) await change.remove('animal', row.id, { expectedRev: row.rev })
      return { archived: rows.length }
    },
  }
}

async function planEdits(
  reading: Reading,
  list: AnimalListSpec,
  clock: Clock,
  { selection, changes }: BulkInput,
): Promise<PlannedEdit[]> {
  const rows = await selectAnimals(reading, list, selection)
  const writable = reading.scope('animals.bulk')
  const latest = latestDate(clock.nowMs())
  const { status, ...fields } = changes
  const edits: PlannedEdit[] = []
  for (const row of rows) {
    const patch = patchOf(row, fields)
    const after = { ...row, ...patch }
    const differs = differences(row, patch)
    if (status !== undefined && status.status !== row.status)
      differs.push({ field: 'status', from: row.status, to: status.status })
    edits.push({ row, patch, differs, refusal: await refuseEdit(after) })

    async function refuseEdit(wanted: Row<'animal'>): Promise<Refusal | null> {
      if (!scopeReaches(writable, row.siteId))
        return refusal('forbidden', { permission: 'animals.bulk', siteId: row.siteId })
      if (differs.length === 0) return null
      const found = await findRefusal(reading, row, wanted, latest)
      if (found.refusal !== null || status === undefined || status.status === row.status) return found.refusal
      return refuseStatus(row, status, await siteToday(reading, row.siteId, clock.nowMs()), latest)
    }
  }
  return edits
}

async function carryOut(
  change: Change,
  { row, patch }: PlannedEdit,
  { changes }: BulkInput,
  clock: Clock,
): Promise<void> {
  const after = await change.update('animal', row.id, patch, { expectedRev: row.rev })
  if (changes.status === undefined || changes.status.status === row.status) return
  await applyStatus(change, after, changes.status, await siteToday(change, row.siteId, clock.nowMs()), after.rev)
}

/** Derived columns change with their fields and are not shown. */
const derived: ReadonlySet<string> = new Set(['mainBreed', 'nameKey'])

function differences(row: Row<'animal'>, patch: Patch<'animal'>): { field: string; from: unknown; to: unknown }[] {
  const before = row as Record<string, unknown>
  return Object.entries(patch).flatMap(([field, to]) =>
    derived.has(field) || sameValue(before[field], to) ? [] : [{ field, from: before[field] ?? null, to }],
  )
}

function factsOf(found: Refusal | null): { code: string; data: Record<string, unknown>; field: string | null } {
  return { code: found?.code ?? '', data: { ...found?.data }, field: found?.field ?? null }
}
