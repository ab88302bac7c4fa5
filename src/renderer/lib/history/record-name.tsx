/** The name of any record by its id. What cannot be read, or has no name, is shown as an id to copy. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { IdChip } from '../../ui/id-chip.tsx'
import { useLook } from '../../ui/theme/look.ts'
import type { ApiClient } from '../api/api-client.ts'
import { useApi } from '../api/services.tsx'
import { recordQuery } from '../live/live-queries.ts'
import { PersonName } from '../people/person-names.tsx'
import { useMay } from '../session/session.tsx'
import styles from './history.module.css'
import { pageOf } from './history-fields.ts'

interface Names {
  readonly name: string
  readonly nameArabic: string | null
}

const readPermissions: Readonly<Record<string, string>> = {
  animal: 'animals.read',
  customer: 'customers.read',
  site: 'sites.read',
}

async function readNames(api: ApiClient, entity: string, id: string, signal: AbortSignal): Promise<Names> {
  if (entity === 'animal') {
    const animal = await api.animals.get({ id }, { signal })
    return { name: animal.name ?? animal.code, nameArabic: null }
  }
  if (entity === 'site') return api.sites.get({ id }, { signal })
  return api.customers.get({ id }, { signal })
}

interface RecordNameProps {
  readonly entity: string
  readonly id: string
  /** False where the name stands inside something that is pressed. */
  readonly link?: boolean
}

/** Shows the record by name, and as a link to its page where it has one. */
export function RecordName({ entity, id, link = true }: RecordNameProps): ReactElement {
  const api = useApi()
  const may = useMay()
  const { lang } = useLook()
  const permission = readPermissions[entity]
  const enabled = permission !== undefined && may(permission)
  const { data } = useQuery(
    recordQuery({ entity, id, rest: ['names'], enabled, read: (signal) => readNames(api, entity, id, signal) }),
  )
  if (entity === 'user')
    return <Linked href={link && may('people.read') ? pageOf(entity, id) : null}>{<PersonName id={id} />}</Linked>
  if (data === undefined) return link ? <ShortId id={id} /> : <span className={styles.mono}>{shortId(id)}</span>
  const name = lang === 'ar' ? (data.nameArabic ?? data.name) : data.name
  return (
    <Linked href={link ? pageOf(entity, id) : null}>
      <bdi>{name}</bdi>
    </Linked>
  )
}

function Linked({ href, children }: { href: string | null; children: ReactNode }): ReactNode {
  if (href === null) return children
  return (
    <a href={href} className={styles.link}>
      {children}
    </a>
  )
}

/** The end of an id tells records apart; its beginning is the time and looks alike. */
function shortId(id: string): string {
  return id.slice(-8)
}

/** An id in short, to copy whole. */
export function ShortId({ id }: { id: string }): ReactElement {
  return <IdChip id={shortId(id)} value={id} />
}
