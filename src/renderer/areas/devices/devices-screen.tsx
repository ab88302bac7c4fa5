/** Devices of this bench: none can be set up yet, and the page says so; scanners that type need no set-up. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Status } from '../../ui/status.tsx'
import styles from './devices.module.css'
import { ScanTest } from './scan-test.tsx'

const kinds = [
  { id: 'scanner', icon: 'scanner' },
  { id: 'printer', icon: 'print' },
  { id: 'sensors', icon: 'thermometer' },
] as const satisfies readonly { id: string; icon: IconName }[]

export function DevicesScreen(): ReactElement {
  const { t } = useTranslation('devices')
  return (
    <Screen header={<PageHeader title={t('title')} detail={t('detail')} />} width="read">
      <div className={styles.page}>
        <Note meaning="none" title={t('none')}>
          {t('noneDetail')}
        </Note>
        <Card flush>
          <ul className={styles.kinds}>
            {kinds.map(({ id, icon }) => (
              <li key={id} className={styles.kind}>
                <Icon name={icon} size={20} className={styles.kindIcon} />
                <div className={styles.grow}>
                  <p className={styles.name}>{t(id)}</p>
                  <p className={styles.dim}>{t(`${id}Detail`)}</p>
                </div>
                <Status
                  meaning={id === 'scanner' ? 'ok' : 'none'}
                  word={id === 'scanner' ? t('works') : t('notHere')}
                />
              </li>
            ))}
          </ul>
        </Card>
        <ScanTest />
      </div>
    </Screen>
  )
}
