/** Names of people by id, for history, lists and signatures: asked for together, kept while the page is open. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonName as Name } from '../../../core/areas/people/people.model.ts'
import type { ApiClient } from '../api/api-client.ts'
import { useApi } from '../api/services.tsx'
import { recordQuery } from '../live/live-queries.ts'

/** Questions that come up in one drawing are asked as one. */
const gatherMs = 10
const most = 500

interface Waiting {
  readonly id: string
  resolve(name: Name | null): void
  reject(error: unknown): void
}

const waitingBy = new WeakMap<ApiClient, Waiting[]>()

function askName(api: ApiClient, id: string): Promise<Name | null> {
  return new Promise((resolve, reject) => {
    const waiting = waitingBy.get(api) ?? []
    waitingBy.set(api, waiting)
    waiting.push({ id, resolve, reject })
    if (waiting.length === 1) setTimeout(() => void askTogether(api, waiting.splice(0)), gatherMs)
  })
}

async function askTogether(api: ApiClient, asked: readonly Waiting[]): Promise<void> {
  try {
    const names = new Map<string, Name>()
    const ids = [...new Set(asked.map(({ id }) => id))]
    for (let at = 0; at < ids.length; at += most) {
      const { items } = await api.users.names({ ids: ids.slice(at, at + most) })
      for (const name of items) names.set(name.id, name)
    }
    for (const { id, resolve } of asked) resolve(names.get(id) ?? null)
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}

/** Gives the display name of a person; undefined while it is being read, null for nobody we know. */
export function usePersonName(id: string | null): string | null | undefined {
  const api = useApi()
  const found = useQuery(
    recordQuery({
      entity: 'user',
      id: id ?? '',
      rest: ['name'],
      enabled: id !== null,
      read: () => askName(api, id ?? ''),
    }),
  )
  return id === null ? null : found.data === undefined ? undefined : (found.data?.displayName ?? null)
}

/** Gives a function that names people already asked for, for plain text such as the value of a grid cell. */
export function useKnownNames(): (id: string | null) => string {
  const queries = useQueryClient()
  return (id) =>
    id === null
      ? ''
      : ((queries.getQueryData(['user', 'one', id, 'name']) as Name | null | undefined)?.displayName ?? '')
}

/** The name of a person by id. What the program did by itself is shown as "the program". */
export function PersonName({ id }: { id: string | null }): ReactElement {
  const { t } = useTranslation('people')
  const name = usePersonName(id)
  if (id === null) return <span>{t('nobody')}</span>
  return <bdi>{name ?? (name === undefined ? '' : t('unknownPerson'))}</bdi>
}
