/** Records for the palette: each area's list is asked with the text, all at once; one that fails hides none of the others. */
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay } from '../../lib/session/session.tsx'
import { useSiteName } from '../../lib/session/use-site-name.ts'
import type { PaletteGroup, PaletteRecord } from '../../ui/command-palette/palette-entries.ts'

const perGroup = 6

interface Source {
  readonly permission: string
  readonly label: string
  find(text: string, signal: AbortSignal): Promise<PaletteRecord[]>
}

/** Gives the search of the palette; always the same function, so that drawing again does not ask again. */
export function useRecordSearch(): (text: string, signal: AbortSignal) => Promise<PaletteGroup[]> {
  const may = useMay()
  const sources = useSources().filter((source) => may(source.permission))
  const latest = useRef(sources)
  latest.current = sources
  return useCallback((text, signal) => askAll(latest.current, text, signal), [])
}

async function askAll(sources: readonly Source[], text: string, signal: AbortSignal): Promise<PaletteGroup[]> {
  const answers = await Promise.allSettled(sources.map((source) => source.find(text, signal)))
  const failure = answers.find((answer) => answer.status === 'rejected')
  if (failure !== undefined && answers.every((answer) => answer.status === 'rejected')) throw failure.reason
  return answers.flatMap((answer, at) => {
    const label = sources[at]?.label
    return answer.status === 'fulfilled' && answer.value.length > 0 && label !== undefined
      ? [{ label, items: answer.value }]
      : []
  })
}

function useSources(): readonly Source[] {
  const { t } = useTranslation('app')
  const api = useApi()
  const go = useGo()
  const siteName = useSiteName()
  return [
    {
      permission: 'animals.read',
      label: t('palette.recordsAnimals'),
      find: async (q, signal) => {
        const { items } = await api.animals.lookup({ q, limit: perGroup }, { signal })
        return items.map((animal) => ({
          id: animal.id,
          label: animal.name ?? animal.internalNumber ?? animal.code,
          mono: animal.identifier?.printed ?? animal.code,
          icon: 'animals',
          run: () => go(`/animals/${animal.id}`),
        }))
      },
    },
    {
      permission: 'customers.read',
      label: t('palette.recordsCustomers'),
      find: async (q, signal) => {
        const { items } = await api.customers.list({ q, limit: perGroup }, { signal })
        return items.map((customer) => ({
          id: customer.id,
          label: customer.name,
          detail: customer.nameArabic ?? '',
          mono: customer.code,
          icon: 'customers',
          run: () => go(`/customers/${customer.id}`),
        }))
      },
    },
    {
      permission: 'people.read',
      label: t('palette.recordsUsers'),
      find: async (q, signal) => {
        const { items } = await api.users.list({ q, limit: perGroup }, { signal })
        return items.map((user) => ({
          id: user.id,
          label: user.displayName,
          detail: user.username,
          icon: 'user',
          run: () => go(`/system/users/${user.id}`),
        }))
      },
    },
    {
      permission: 'sites.read',
      label: t('palette.recordsSites'),
      find: async (q, signal) => {
        const { items } = await api.sites.list({ q, limit: perGroup }, { signal })
        return items.map((site) => ({
          id: site.id,
          label: siteName(site),
          mono: site.code,
          icon: 'site',
          run: () => go(`/system/sites/${site.id}`),
        }))
      },
    },
  ]
}
