import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './entry-screen.module.css'

/** Mark and name of the product, as the door shows them. */
export function EntryBrand(): ReactElement {
  const { t } = useTranslation('app')
  return (
    <>
      <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10" />
        <circle cx="8.4" cy="12" r="4.1" />
        <circle cx="15.6" cy="12" r="4.1" />
      </svg>
      <b className={styles.product}>{t('product')}</b>
    </>
  )
}
