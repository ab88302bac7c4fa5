import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../core/areas/people/people.model.ts'
import { grantKey } from '../../../../core/areas/people/people.rules.ts'
import { type RoleGrant, roleNames } from '../../../../core/areas/people/roles.ts'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { CheckMark } from '../../../ui/check-mark.tsx'
import styles from './users.module.css'

interface RoleMatrixProps {
  readonly sites: readonly Site[]
  readonly value: readonly RoleGrant[]
  /** Left out: for reading only. */
  readonly onChange?: (grants: RoleGrant[]) => void
}

/** Roles by site: a row per site, "every site" first, a column per role. */
export function RoleMatrix({ sites, value, onChange }: RoleMatrixProps): ReactElement {
  const { t } = useTranslation('people')
  const siteName = useSiteName()
  const held = new Set(value.map(grantKey))
  const rows = [
    { id: null, name: t('users.everySite') },
    ...sites.map((site) => ({ id: site.id as string | null, name: siteName(site) })),
  ]

  function turn(grant: RoleGrant, on: boolean): void {
    onChange?.(on ? [...value, grant] : value.filter((other) => grantKey(other) !== grantKey(grant)))
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {roleNames.map((role) => (
              <th key={role} scope="col">
                {t(`roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id ?? 'every'}>
              <th scope="row">{row.name}</th>
              {roleNames.map((role) => {
                const grant = { role, siteId: row.id }
                const on = held.has(grantKey(grant))
                return (
                  <td key={role}>
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        checked={on}
                        disabled={onChange === undefined}
                        aria-label={`${t(`roles.${role}`)}, ${row.name}`}
                        onChange={(event) => turn(grant, event.target.checked)}
                      />
                      <CheckMark state={on ? 'all' : 'none'} />
                    </label>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
