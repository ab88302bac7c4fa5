import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { commandMetas } from '../../lib/history/action-text.ts'
import { RecordName } from '../../lib/history/record-name.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordQuery } from '../../lib/live/live-queries.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import styles from './audit.module.css'
import type { AuditFilterState } from './use-audit-filters.ts'

const dateForm = /^\d{4}-\d{2}-\d{2}$/

/** Person, action or area, days, and the one record the trail is narrowed to. */
export function AuditFilterRow({ filters }: { filters: AuditFilterState }): ReactElement {
  const { t } = useTranslation('quality')
  const api = useApi()
  const loadPeople = useCallback(
    async (text: string, signal: AbortSignal) => {
      const { items } = await api.users.list({ limit: 20, ...(text === '' ? {} : { q: text }) }, { signal })
      return items.map(({ id, displayName }) => ({ value: id, label: displayName }))
    },
    [api],
  )
  const chosen = useChosenPerson(filters.who)
  const setDay = (name: 'from' | 'to') => (value: string | null | undefined) => {
    if (value == null || value === '') filters.set({ [name]: undefined })
    else if (dateForm.test(value)) filters.set({ [name]: value })
  }
  return (
    <search className={styles.filters} aria-label={t('audit.filters')}>
      <SelectField
        label={t('audit.person')}
        placeholder={t('audit.anyone')}
        loadOptions={loadPeople}
        chosen={chosen}
        value={filters.who}
        onChange={(who) => filters.set({ who: who ?? undefined })}
        clearable
      />
      <SelectField
        label={t('audit.what')}
        placeholder={t('audit.anything')}
        options={useActionChoices()}
        value={filters.what}
        onChange={(what) => filters.set({ what: what ?? undefined })}
        clearable
      />
      <DateField
        label={t('audit.from')}
        value={filters.from}
        onChange={setDay('from')}
        {...(filters.to === undefined ? {} : { max: filters.to })}
      />
      <DateField
        label={t('audit.to')}
        value={filters.to}
        onChange={setDay('to')}
        {...(filters.from === undefined ? {} : { min: filters.from })}
      />
      {filters.record !== undefined && (
        <ChosenRecord record={filters.record} onClear={() => filters.set({ record: undefined })} />
      )}
      {filters.any && (
        <Button kind="quiet" icon="close" onClick={filters.clear}>
          {t('audit.clear')}
        </Button>
      )}
    </search>
  )
}

function ChosenRecord({
  record,
  onClear,
}: {
  record: { entity: string; id: string }
  onClear: () => void
}): ReactElement {
  const { t } = useTranslation('quality')
  const words = useWords()
  return (
    <div className={styles.record}>
      <span className={styles.recordLabel}>{t('audit.record')}</span>
      <span className={styles.recordValue}>
        <span className={styles.dim}>{words.record(record.entity)}</span>
        <RecordName entity={record.entity} id={record.id} />
        <IconButton icon="close" small label={t('audit.allRecords')} onClick={onClear} />
      </span>
    </div>
  )
}

/** The name of the person in the address, whom the list of choices has not given yet. */
function useChosenPerson(id: string | undefined): readonly { value: string; label: string }[] {
  const api = useApi()
  const { data } = useQuery(
    recordQuery({
      entity: 'user',
      id: id ?? '',
      rest: ['choice'],
      enabled: id !== undefined,
      read: (signal) => api.users.names({ ids: [id ?? ''] }, { signal }),
    }),
  )
  return useMemo(() => (data?.items ?? []).map((person) => ({ value: person.id, label: person.displayName })), [data])
}

/** Every area, and after each its actions. */
function useActionChoices(): readonly { value: string; label: string }[] {
  const { t, i18n } = useTranslation('quality')
  const words = useWords()
  return useMemo(() => {
    const actions = [...commandMetas.keys()].filter((action) => words.action(action) !== action)
    const areas = [...new Set(actions.map((action) => action.split('.')[0] ?? action))]
    const areaName = (area: string) =>
      i18n.exists(`quality:areas.${area}`) ? t(`areas.${area}` as 'areas.animals') : area
    return areas
      .toSorted((one, other) => areaName(one).localeCompare(areaName(other), i18n.language))
      .flatMap((area) => [
        { value: area, label: t('audit.wholeArea', { area: areaName(area) }) },
        ...actions
          .filter((action) => action.startsWith(`${area}.`))
          .map((action) => ({ value: action, label: words.action(action) })),
      ])
  }, [t, i18n, words])
}
