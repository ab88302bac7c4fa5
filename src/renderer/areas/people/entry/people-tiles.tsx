import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoleName } from '../../../../core/areas/people/roles.ts'
import { useRoleText } from '../../../lib/people/role-text.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './entry-screen.module.css'

export interface UnlockPerson {
  readonly id: string
  readonly displayName: string
  readonly roles: readonly RoleName[]
  readonly methods: readonly ('pin' | 'badge')[]
}

interface PeopleTilesProps {
  readonly people: readonly UnlockPerson[]
  readonly chosenId: string | null
  /** Null: someone who is not among the tiles. */
  readonly onPick: (id: string | null) => void
}

/** The people who can open this bench, and the way in for everybody else. */
export function PeopleTiles({ people, chosenId, onPick }: PeopleTilesProps): ReactElement {
  const { t } = useTranslation('people')
  const roleText = useRoleText()
  return (
    <>
      <h1 className={styles.who}>{t('entry.who')}</h1>
      <ul className={styles.tiles}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={styles.tile}
              aria-pressed={person.id === chosenId}
              onClick={() => onPick(person.id)}
            >
              <Avatar name={person.displayName} size={40} quiet={person.id !== chosenId} />
              <span>
                <b>{person.displayName}</b>
                <small>{roleText(person.roles.map((role) => ({ role })))}</small>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={`${styles.tile} ${styles.other}`} onClick={() => onPick(null)}>
            <span className={styles.plus}>
              <Icon name="plus" size={16} />
            </span>
            <span>
              <b>{t('entry.someoneElse')}</b>
              <small>{t('entry.userName')}</small>
            </span>
          </button>
        </li>
      </ul>
    </>
  )
}
