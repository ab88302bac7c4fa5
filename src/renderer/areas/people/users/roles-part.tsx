import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import { grantKey } from '../../../../core/areas/people/people.rules.ts'
import type { RoleGrant } from '../../../../core/areas/people/roles.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { Button } from '../../../ui/button.tsx'
import { useLeaveGuard } from '../../../ui/form/leave-guard.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import styles from './users.module.css'

/** The roles of a person, by site. */
export function RolesPart({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation('people')
  const may = useMay()
  const { sites } = useSite()
  const editable = may('people.roles')
  const [value, setValue] = useState<readonly RoleGrant[]>(person.roles)
  const save = useCommand((api, roles: readonly RoleGrant[]) =>
    api.users.setRoles({ id: person.id, roles: roles.map(({ role, siteId }) => ({ role, siteId })) }),
  )
  const keys = (grants: readonly RoleGrant[]) => grants.map(grantKey).sort().join()
  const changed = keys(value) !== keys(person.roles)
  useLeaveGuard(changed && !save.busy)
  return (
    <>
      <p className={styles.lead}>{editable ? t('user.rolesLead') : t('user.rolesRead')}</p>
      <RoleMatrix sites={sites} value={value} {...(editable ? { onChange: setValue } : {})} />
      {editable && (
        <div className={styles.actions}>
          <Button kind="main" disabled={!changed} busy={save.busy} onClick={() => void save.run(value)}>
            {t('user.rolesSave')}
          </Button>
        </div>
      )}
    </>
  )
}
