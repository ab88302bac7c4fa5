import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { StationNews } from '../station-state.ts'
import styles from './station-banner.module.css'

/** Tells that the bench process stopped, why, and whether it works again. Only the desktop app ever says so. */
export function StationBanner({ news, onDismiss }: { news: StationNews; onDismiss: () => void }): ReactElement | null {
  const { t } = useTranslation('app')
  if (news.kind === 'none') return null
  const meaning = news.kind === 'failed' ? 'critical' : news.kind === 'restarting' ? 'warn' : 'info'
  return (
    <div className={styles.banner}>
      <Note
        meaning={meaning}
        role={news.kind === 'failed' ? 'alert' : 'status'}
        title={t('station.restartedTitle')}
        action={news.kind === 'back' ? <LinkButton onClick={onDismiss}>{t('station.close')}</LinkButton> : undefined}
      >
        {t(`station.${news.kind}`, { reason: news.reason })}
      </Note>
    </div>
  )
}
