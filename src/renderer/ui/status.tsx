import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import styles from './status.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

/** The six meanings a state may have. Each has its own shape, so colour is never the only sign. */
export type Meaning = 'ok' | 'warn' | 'critical' | 'info' | 'hold' | 'none'

export const meaningIcons: Record<Meaning, IconName> = {
  ok: 'check-circle',
  warn: 'triangle',
  critical: 'octagon',
  info: 'dot-ring',
  hold: 'padlock',
  none: 'dashed-circle',
}

/** A state in a row or a line: the icon carries the colour, the word says it. A normal state stays dim. */
export function Status({
  meaning,
  word,
  icon,
  strong = false,
}: {
  meaning: Meaning
  word: string
  icon?: IconName
  /** Also colours the word, where a person must act. */
  strong?: boolean
}): ReactElement {
  return (
    <span className={classNames(styles.status, styles[meaning], strong && styles.strong)}>
      <Icon name={icon ?? meaningIcons[meaning]} size={14} />
      <span className={styles.word}>{word}</span>
    </span>
  )
}

/** A filled state, for the subject of the view only; never once per row. */
export function StatusBadge({
  meaning,
  word,
  icon,
}: {
  meaning: Meaning
  word: string
  icon?: IconName
}): ReactElement {
  return (
    <span className={classNames(styles.badge, styles[meaning])}>
      <Icon name={icon ?? meaningIcons[meaning]} size={14} />
      {word}
    </span>
  )
}

/** A neutral filled word without an icon, such as a role. */
export function Tag({ children }: { children: ReactNode }): ReactElement {
  return <span className={classNames(styles.badge, styles.tag)}>{children}</span>
}

/** The icon of a meaning alone, for places where the word stands beside it already. */
export function MeaningIcon({
  meaning,
  label,
  size = 16,
}: {
  meaning: Meaning
  label?: string
  size?: number
}): ReactElement {
  return (
    <Icon
      name={meaningIcons[meaning]}
      size={size}
      className={classNames(styles.only, styles[meaning])}
      {...(label === undefined ? {} : { label })}
    />
  )
}

/** Hollow clock of a row whose changes wait to be sent. */
export function WaitingMark({ label }: { label?: string }): ReactElement {
  const texts = useUiTexts().common
  return <Icon name="clock" size={13} className={styles.waiting} label={label ?? texts.waitingToSend} />
}

/** Amber fork of a row that needs a decision. */
export function ConflictMark({ label }: { label?: string }): ReactElement {
  const texts = useUiTexts().common
  return (
    <Icon name="fork" size={13} className={classNames(styles.only, styles.warn)} label={label ?? texts.needsDecision} />
  )
}
