import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './pedigree.module.css'

/** The letter of a common ancestor: filled for A, outlined for the others. */
export function CommonMark({ letter }: { letter: string }): ReactElement {
  const { t } = useTranslation('animals')
  return (
    <span
      className={styles.letter}
      data-letter={letter}
      role="img"
      aria-label={t('pedigree.commonAncestor', { letter })}
    >
      {letter}
    </span>
  )
}
