import type { ReactElement } from 'react'
import { Avatar } from './avatar.tsx'
import styles from './person.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

/** A person, always with the role they acted in. */
export function Person({ name, role, avatar = false }: { name: string; role: string; avatar?: boolean }): ReactElement {
  const { comma } = useUiTexts().common
  return (
    <span className={styles.person}>
      {avatar && <Avatar name={name} quiet />}
      <span>
        {name}
        <span className={styles.role}>
          {comma}
          {role}
        </span>
      </span>
    </span>
  )
}
