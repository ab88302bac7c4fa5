/** What one row of an animal file says by itself, before it is compared with other rows and with the database. */

import { refuseOwnFacts } from '../../../core/areas/animals/animals.rules.ts'
import {
  type AnimalStatus,
  isKept,
  refuseStatusChange,
  type StatusReason,
} from '../../../core/areas/animals/animals.status.ts'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import {
  identifierSchemes,
  normaliseIdentifier,
  refuseIdentifier,
} from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { BreedComposition } from '../../../core/areas/animals/species/breed-composition.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { AnimalImportOptions } from '../../../core/areas/documents/import.model.ts'
import type { ImportIssue, ReadRow, RowAction, SessionSettings } from '../../../core/areas/documents/import-target.ts'
import type { ReadDate } from '../../../core/areas/documents/import-values.ts'
import { normaliseCode } from '../../../core/kernel/check-character.ts'
import type { CalendarDate } from '../../../core/kernel/clock.ts'
import { type SiteScope, scopeReaches } from '../../../core/kernel/policy.ts'
import type { Refusal } from '../../../core/kernel/refusal.ts'
import { identifierFieldSchemes } from './animals.import-fields.ts'
import type { AnimalRow, KnownPlaces } from './animals.import-known.ts'

export type AnimalSettings = SessionSettings<AnimalImportOptions>

/** Cells of a row as the fields read them. */
export interface AnimalValues {
  readonly code?: string
  readonly id?: string
  readonly sire?: string
  readonly dam?: string
  readonly gestationalDam?: string
  readonly name?: string
  readonly sex?: Sex
  readonly birthDate?: ReadDate
  readonly species?: SpeciesCode
  readonly breed?: BreedComposition
  readonly colour?: string
  readonly purpose?: AnimalRow['purpose']
  readonly status?: AnimalStatus
  readonly statusReason?: StatusReason
  readonly statusDate?: ReadDate
  readonly isReference?: boolean
  readonly site?: string
  readonly owner?: string
  readonly location?: string
  readonly notes?: string
}

export interface FileNumber {
  readonly field: string
  readonly scheme: IdentifierSchemeCode
  readonly value: string
}

/** One row on its way in. */
export interface AnimalDraft {
  readonly line: number
  readonly values: AnimalValues
  /** Normalised number or code by which other rows name it; null for a row with a name only. */
  readonly key: string | null
  readonly species: SpeciesCode | null
  readonly siteId: string | null
  readonly ownerId: string | null
  readonly numbers: readonly FileNumber[]
  readonly issues: ImportIssue[]
  action: RowAction
  existing: AnimalRow | null
  /** Position in the family; -1 for a repeated row. */
  node: number
}

export interface FileContext {
  readonly settings: AnimalSettings
  readonly places: KnownPlaces
  readonly scope: SiteScope
  readonly defaultSiteId: string | null
  /** Last day that has begun anywhere on Earth. */
  readonly latestDate: CalendarDate
}

export function issueOf(
  settings: AnimalSettings,
  line: number,
  found: Pick<Refusal, 'code' | 'data'>,
  field: string | null,
  value: string | null,
): ImportIssue {
  return {
    line,
    code: found.code,
    field,
    column: field === null ? null : settings.columnOf(field),
    value,
    data: found.data,
  }
}

/** Key of a number in the file: rows and parents that normalise to the same are the same animal. */
export function keyOfNumber(settings: AnimalSettings, text: string): string {
  return normaliseIdentifier(settings.options.identifierScheme, text)
}

export function keyOfCode(code: string): string {
  return `code ${normaliseCode(code)}`
}

/** Reads a row's own facts and notes everything that is wrong with them. */
export function draftRow(row: ReadRow, context: FileContext): AnimalDraft {
  const { settings, places } = context
  const values = row.values as AnimalValues & Record<string, unknown>
  const issues = [...row.issues]
  const note = (code: string, field: string | null, value: string | null, data: Record<string, unknown> = {}) =>
    void issues.push(issueOf(settings, row.line, { code, data }, field, value))
  const one = (field: 'site' | 'owner', ids: readonly string[]): string | null => {
    const text = values[field] ?? null
    if (ids.length !== 1)
      note(ids.length === 0 ? 'import_reference_unknown' : 'import_reference_ambiguous', field, text, {
        count: ids.length,
      })
    return ids[0] ?? null
  }
  const siteId = values.site === undefined ? context.defaultSiteId : one('site', places.sites(values.site))
  const ownerId = values.owner === undefined ? null : one('owner', places.owners(values.owner))
  if (siteId === null && values.site === undefined) note('site_required', 'site', null)
  if (siteId !== null && !scopeReaches(context.scope, siteId))
    note('forbidden', 'site', values.site ?? null, { siteId })
  const species = values.species ?? settings.options.species ?? null
  if (species === null) note('import_value_required', 'species', null)
  if (values.id === undefined && values.code === undefined && values.name === undefined && issues.length === 0)
    note('import_value_required', 'id', null)
  const numbers = readNumbers(values, settings, species, issues, row.line)
  return {
    line: row.line,
    values,
    key:
      values.code === undefined
        ? values.id === undefined
          ? null
          : keyOfNumber(settings, values.id)
        : keyOfCode(values.code),
    species,
    siteId,
    ownerId,
    numbers,
    issues,
    action: 'create',
    existing: null,
    node: -1,
  }
}

function readNumbers(
  values: AnimalValues & Record<string, unknown>,
  settings: AnimalSettings,
  species: SpeciesCode | null,
  issues: ImportIssue[],
  line: number,
): FileNumber[] {
  const numbers: FileNumber[] = []
  const fields: [string, IdentifierSchemeCode][] = [
    ['id', settings.options.identifierScheme],
    ...Object.entries(identifierFieldSchemes),
  ]
  for (const [field, scheme] of fields) {
    const text = values[field]
    if (typeof text !== 'string') continue
    const found = refuseIdentifier(scheme, text, {
      ...(species === null ? {} : { species }),
      ...(values.sex === undefined ? {} : { sex: values.sex }),
    })
    if (found !== null) issues.push(issueOf(settings, line, found, field, text))
    else numbers.push({ field, scheme, value: normaliseIdentifier(scheme, text) })
  }
  return numbers
}

/** Tells why a new animal's own facts cannot be true together, or null. `sex` is the one it would get. */
export function refuseNewFacts(draft: AnimalDraft, sex: Sex, latestDate: CalendarDate): Refusal | null {
  if (draft.species === null) return null
  const birthDate = draft.values.birthDate?.date ?? null
  const own = refuseOwnFacts(
    { species: draft.species, sex, birthDate, castratedOn: null, breeds: draft.values.breed ?? [] },
    latestDate,
  )
  return own ?? refuseStatus(draft, birthDate, latestDate)
}

function refuseStatus(draft: AnimalDraft, birthDate: CalendarDate | null, latestDate: CalendarDate): Refusal | null {
  const { status = 'active', statusDate } = draft.values
  if (status === 'active') return null
  const { reason, note } = statusWords(draft.values)
  const date = statusDate?.date ?? birthDate ?? latestDate
  const found = refuseStatusChange({
    from: 'active',
    to: status,
    reason,
    note,
    date,
    since: null,
    birthDate,
    latestDate,
    correction: false,
  })
  return found === null
    ? null
    : { ...found, field: found.field === 'date' ? 'statusDate' : found.field === 'reason' ? 'statusReason' : 'status' }
}

/** Reason and note of a status. Files rarely say why an animal left or died; then the reason is "other: import". */
export function statusWords({ status = 'active', statusReason }: AnimalValues): {
  reason: StatusReason | null
  note: string | null
} {
  if (statusReason !== undefined) return { reason: statusReason, note: statusReason === 'other' ? 'import' : null }
  return isKept(status) ? { reason: null, note: null } : { reason: 'other', note: 'import' }
}

/** Whether two numbers of a scheme can only be one animal's, wherever it stands. */
export function isWorldWide(number: FileNumber): boolean {
  return identifierSchemes[number.scheme].scope === 'world'
}
