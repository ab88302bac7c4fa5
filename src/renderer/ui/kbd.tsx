import { Fragment, type ReactElement } from 'react'
import styles from './kbd.module.css'
import { pressesOf } from './shortcuts/key-name.ts'
import { useUiTexts } from './texts/ui-texts.ts'

/** Shows keys as printed on a key cap; a chord such as `G A` shows two caps. Always left to right. */
export function Kbd({ keys }: { keys: string }): ReactElement {
  const { chordThen } = useUiTexts().shortcuts
  const presses = pressesOf(keys)
  return (
    <span className={styles.keys}>
      {presses.map((press, index) => (
        <Fragment key={press}>
          {index > 0 && <span className={styles.then}>{chordThen}</span>}
          <kbd className={styles.kbd}>
            <bdi dir="ltr">{press.replaceAll('+', ' ')}</bdi>
          </kbd>
        </Fragment>
      ))}
    </span>
  )
}
