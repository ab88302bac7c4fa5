import type { ReactElement } from 'react'
import styles from './customers.module.css'

/** A telephone number or e-mail address that opens the program for it. Reads left to right in every language. */
export function ContactLink({ kind, text }: { kind: 'tel' | 'mailto'; text: string }): ReactElement {
  const target = kind === 'tel' ? text.replaceAll(/[^\d+]/g, '') : text
  return (
    <a className={styles.link} href={`${kind}:${target}`} dir="ltr">
      {text}
    </a>
  )
}

/** A web address, as people write it. */
export function WebLink({ text }: { text: string }): ReactElement {
  const href = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return (
    <a className={styles.link} href={href} target="_blank" rel="noreferrer noopener" dir="ltr">
      {text}
    </a>
  )
}
