/** Filters of the audit trail. They stand in the address, so that a view of the trail can be sent to somebody. */
import { useMemo } from 'react'
import { usePatchSearch, useSearchState } from '../../lib/route/use-search-state.ts'

export interface AuditFilters {
  readonly who: string | undefined
  /** An action or an area. */
  readonly what: string | undefined
  readonly record: { readonly entity: string; readonly id: string } | undefined
  /** First and last day, as the person's calendar has them. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** One changeset by id; then nothing else counts. */
  readonly entry: string | undefined
}

export type AuditPatch = Partial<{ [Name in keyof AuditFilters]: AuditFilters[Name] | undefined }>

export interface AuditFilterState extends AuditFilters {
  readonly any: boolean
  set(patch: AuditPatch): void
  clear(): void
}

const nothing: AuditPatch = {
  who: undefined,
  what: undefined,
  record: undefined,
  from: undefined,
  to: undefined,
  entry: undefined,
}

export function useAuditFilters(): AuditFilterState {
  const patch = usePatchSearch()
  const [who] = useSearchState<string>('who')
  const [what] = useSearchState<string>('what')
  const [entity] = useSearchState<string>('entity')
  const [id] = useSearchState<string>('id')
  const [from] = useSearchState<string>('from')
  const [to] = useSearchState<string>('to')
  const [entry] = useSearchState<string>('entry')
  return useMemo(() => {
    const record = entity === undefined || id === undefined ? undefined : { entity, id }
    const set = ({ record: chosen, ...rest }: AuditPatch, touched: boolean) =>
      patch({ ...rest, ...(touched ? { entity: chosen?.entity, id: chosen?.id } : {}) })
    return {
      who,
      what,
      record,
      from,
      to,
      entry,
      any: [who, what, record, from, to, entry].some((part) => part !== undefined),
      set: (next) => set(next, 'record' in next),
      clear: () => set(nothing, true),
    }
  }, [patch, who, what, entity, id, from, to, entry])
}

/** The filters as the node takes them: whole days of this place become instants. */
export function auditInput({ who, what, record, from, to }: AuditFilters) {
  return {
    ...(who === undefined ? {} : { userId: who }),
    ...(what === undefined ? {} : { action: what }),
    ...record,
    ...(from === undefined ? {} : { from: startOfDay(from, 0).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(startOfDay(to, 1).getTime() - 1).toISOString() }),
  }
}

function startOfDay(isoDate: string, daysLater: number): Date {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  return new Date(year, month - 1, day + daysLater)
}
