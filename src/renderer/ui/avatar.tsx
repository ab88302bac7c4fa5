import type { ReactElement } from 'react'
import styles from './avatar.module.css'
import { classNames } from './class-names.ts'

/** Gives up to two initials: first and last name in Latin script, the first letter alone in others. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const first = words[0]?.[0] ?? ''
  // Al-Otaibi is filed under O.
  const last = words.length > 1 ? (words.at(-1)?.replace(/^al-/i, '')[0] ?? '') : ''
  if (/^[a-zà-ÿ]$/i.test(first)) return `${first}${last}`.toUpperCase()
  // A lone heh looks like a ring; the joining stroke makes it a letter again.
  return first === 'ه' ? 'هـ' : first
}

/** Round initials of a person. Decoration: the name stands beside it. People never get status colours. */
export function Avatar({
  name,
  size = 26,
  quiet = false,
}: {
  name: string
  size?: 26 | 40 | 56
  quiet?: boolean
}): ReactElement {
  return (
    <span className={classNames(styles.avatar, styles[`size${size}`], quiet && styles.quiet)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
