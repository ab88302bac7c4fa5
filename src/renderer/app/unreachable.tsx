import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../lib/session/session.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './plain-page.module.css'

const againMs = 5_000

/** What is shown while the program behind the page does not answer. It tries again by itself. */
export function Unreachable(): ReactElement {
  const { t } = useTranslation('app')
  const { retry } = useSession()
  useEffect(() => {
    const timer = setInterval(retry, againMs)
    return () => clearInterval(timer)
  }, [retry])
  return (
    <main className={styles.page}>
      <EmptyState
        icon="cloud-off"
        title={t('wait.unreachable')}
        detail={t('wait.unreachableDetail')}
        action={
          <Button icon="refresh" onClick={retry}>
            {t('wait.retry')}
          </Button>
        }
      />
    </main>
  )
}
