import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './devices.module.css'

const kinds = [
  { id: 'scanner', icon: 'scanner' },
  { id: 'printer', icon: 'print' },
  { id: 'balance', icon: 'weight' },
  { id: 'sensor', icon: 'thermometer' },
] as const

/** Devices of this bench. None can be set up yet, and the page says so. */
export function DevicesScreen(): ReactElement {
  const { t } = useTranslation('devices')
  return (
    <Screen header={<PageHeader title={t('title')} />} width="read">
      <EmptyState icon="device" title={t('none')} detail={t('noneDetail')} />
      <h2 className={styles.will}>{t('will')}</h2>
      <ul className={styles.kinds}>
        {kinds.map(({ id, icon }) => (
          <li key={id} className={styles.kind}>
            <Icon name={icon} size={20} className={styles.icon} />
            <span>
              <b>{t(id)}</b>
              <span className={styles.detail}>{t(`${id}Detail`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
