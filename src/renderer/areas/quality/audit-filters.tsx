import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { procedureMetas } from '../../../core/procedures.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { usePersonName } from '../../lib/people/person-names.tsx'
import { usePatchSearch, useSearchState } from '../../lib/route/use-search-state.ts'
import { useMay } from '../../lib/session/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import styles from './audit.module.css'

/** What the trail is narrowed by, kept in the address. */
export interface AuditFilter {
  readonly userId: string | undefined
  readonly action: string | undefined
  readonly from: string | undefined
  readonly until: string | undefined
  readonly entity: string | undefined
  readonly id: string | undefined
  /** Input of `quality.audit`. */
  readonly asked: { userId?: string; action?: string; from?: string; to?: string; entity?: string; id?: string }
}

export function useAuditFilter(): AuditFilter {
  const [userId] = useSearchState<string>('user')
  const [action] = useSearchState<string>('action')
  const [from] = useSearchState<string>('from')
  const [until] = useSearchState<string>('until')
  const [entity] = useSearchState<string>('entity')
  const [id] = useSearchState<string>('id')
  const asked = useMemo(
    () => ({
      ...(userId === undefined ? {} : { userId }),
      ...(action === undefined ? {} : { action }),
      ...(from === undefined ? {} : { from: dayStart(from, 0) }),
      ...(until === undefined ? {} : { to: dayStart(until, 1) }),
      ...(entity === undefined || id === undefined ? {} : { entity, id }),
    }),
    [userId, action, from, until, entity, id],
  )
  return { userId, action, from, until, entity, id, asked }
}

/** The instant at which a day begins here, so many days later. */
function dayStart(isoDate: string, later: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  return new Date(year, month - 1, day + later).toISOString()
}

export function AuditFilters({ filter }: { filter: AuditFilter }): ReactElement {
  const { t } = useTranslation('quality')
  const patch = usePatchSearch()
  const some = Object.keys(filter.asked).length > 0
  return (
    <div className={styles.filters}>
      <PersonFilter filter={filter} onChange={(user) => patch({ user })} />
      <ActionFilter filter={filter} onChange={(action) => patch({ action })} />
      <DateField label={t('audit.from')} value={filter.from} onChange={(from) => patch({ from: from ?? undefined })} />
      <DateField label={t('audit.until')} value={filter.until} onChange={(until) => patch({ until: until ?? undefined })} />
      {filter.id !== undefined && (
        <div className={styles.oneRecord}>
          <span>{t('audit.record')}</span>
          <IdChip id={filter.id.slice(-12)} />
        </div>
      )}
      {some && (
        <div className={styles.clear}>
          <LinkButton onClick={() => patch({ user: undefined, action: undefined, from: undefined, until: undefined, entity: undefined, id: undefined })}>{t('audit.clear')}</LinkButton>
        </div>
      )}
    </div>
  )
}

const mostPeople = 30

function PersonFilter({ filter, onChange }: { filter: AuditFilter; onChange: (userId: string | undefined) => void }): ReactElement | null {
  const { t } = useTranslation('quality')
  const api = useApi()
  const may = useMay()
  const name = usePersonName(filter.userId ?? null)
  if (!may('people.read')) return null
  return (
    <SelectField
      label={t('audit.person')}
      placeholder={t('audit.anyone')}
      value={filter.userId}
      onChange={(userId) => onChange(userId ?? undefined)}
      clearable
      chosen={filter.userId === undefined ? [] : [{ value: filter.userId, label: name ?? '' }]}
      loadOptions={async (text) => {
        const { items } = await api.users.list({ limit: mostPeople, ...(text.trim() === '' ? {} : { q: text }) })
        return items.map((person) => ({ value: person.id, label: person.displayName }))
      }}
    />
  )
}

function ActionFilter({ filter, onChange }: { filter: AuditFilter; onChange: (action: string | undefined) => void }): ReactElement {
  const { t, i18n } = useTranslation('quality')
  const words = useWords()
  const { language } = i18n
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for all texts
  const options = useMemo(() => {
    const commands = [...procedureMetas().values()].filter((meta) => meta.kind === 'command')
    const areas = [...new Set(commands.map((meta) => meta.action.split('.')[0] ?? ''))]
    const areaName = (area: string) => (i18n.exists(`quality:audit.areas.${area}`) ? (i18n.t as (key: string) => string)(`quality:audit.areas.${area}`) : area)
    return areas.flatMap((area) => [
      { value: area, label: areaName(area) },
      ...commands
        .filter((meta) => meta.action.startsWith(`${area}.`))
        .map((meta) => ({ value: meta.action, label: `${areaName(area)}: ${words.action(meta.action)}` })),
    ])
  }, [language])
  return <SelectField label={t('audit.what')} placeholder={t('audit.anything')} value={filter.action} onChange={(action) => onChange(action ?? undefined)} clearable options={options} />
}
