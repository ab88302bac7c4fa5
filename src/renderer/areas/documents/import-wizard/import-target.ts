/** What the wizard imports into: the same procedures for every list, and what differs between lists. */
import type { ApiClient } from '../../../lib/api/api-client.ts'

export type ImportList = 'animals' | 'customers'

/** Procedures of one list. Options differ by list; the wizard passes them through as it got them. */
export type ImportApi = ApiClient['imports']['animals']
export type Analysis = Awaited<ReturnType<ImportApi['analyse']>>
export type Preview = Awaited<ReturnType<ImportApi['preview']>>
export type ImportJob = Parameters<ImportApi['run']>[0]
export type RunAnswer = Awaited<ReturnType<ImportApi['run']>>

/** Gives the procedures of a list. */
export function importApi(api: ApiClient, list: ImportList): ImportApi {
  return list === 'animals' ? api.imports.animals : (api.imports.customers as unknown as ImportApi)
}

/** A file that lies at the node, and what the person decided about it so far. */
export interface ImportDraft {
  readonly file: string
  readonly fileName: string
  readonly analysis: Analysis
  readonly mapping: Readonly<Record<string, number>>
  readonly dateOrder: 'dmy' | 'mdy' | null
  readonly decimal: 'point' | 'comma'
  readonly onExisting: 'skip' | 'update' | 'reject'
  readonly updateFields: readonly string[]
  readonly onRepeated: 'reject' | 'skip'
  readonly options: Readonly<Record<string, unknown>>
}

/** Begins the decisions with what the node proposes. */
export function draftOf(
  file: string,
  fileName: string,
  analysis: Analysis,
  siteId: string | null,
  list: ImportList,
): ImportDraft {
  return {
    file,
    fileName,
    analysis,
    mapping: analysis.mapping,
    dateOrder: analysis.dateOrder,
    decimal: analysis.decimal,
    onExisting: 'reject',
    updateFields: [],
    onRepeated: 'reject',
    options: { ...(list === 'animals' && siteId !== null ? { siteId } : {}), ...analysis.options },
  }
}

/** The job of a draft, as preview and run take it. */
export function jobOf(draft: ImportDraft): ImportJob {
  const { file, fileName, analysis, mapping, dateOrder, decimal, onExisting, updateFields, onRepeated, options } = draft
  const updates = onExisting === 'update' ? updateFields.filter((key) => key in mapping) : []
  return {
    file,
    fileName,
    format: analysis.format,
    mapping: { ...mapping },
    dateOrder,
    decimal,
    onExisting,
    updateFields: updates,
    onRepeated,
    options,
  } as ImportJob
}
