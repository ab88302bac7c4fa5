import type { ReactElement } from 'react'
import { classNames } from './class-names.ts'
import styles from './icon.module.css'
import { type IconName, iconShapes, mirroredIcons } from './icon-shapes.tsx'

type IconProps = {
  name: IconName
  /** Edge in px; the density's icon size when left out. */
  size?: number
  className?: string
  /** Spoken name. Without it the icon is decoration and hidden from screen readers. */
  label?: string
}

/** Draws one icon of the kit in the current text colour. */
export function Icon({ name, size, className, label }: IconProps): ReactElement {
  const sized = size === undefined ? undefined : { inlineSize: size, blockSize: size }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the label names it, and without one it is decoration
    <svg
      className={classNames(styles.icon, mirroredIcons.has(name) && styles.mirrored, className)}
      viewBox="0 0 16 16"
      style={sized}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {iconShapes[name]}
    </svg>
  )
}
