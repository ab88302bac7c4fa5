import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../lib/i18n/use-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import styles from './session-history.module.css'
import type { Step } from './step.ts'

interface SessionHistoryProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly steps: readonly Step[]
  readonly onTurn: (step: Step) => Promise<void>
}

/** What the person did in this session, newest first; each step can be taken back, and brought back. */
export function SessionHistory({ opened, onClose, steps, onTurn }: SessionHistoryProps): ReactElement {
  const { t } = useTranslation('app')
  const words = useWords()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('undo.title')} size="m">
      {steps.length === 0 ? (
        <EmptyState icon="history" title={t('undo.none')} detail={t('undo.empty')} />
      ) : (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <li key={step.changesetId} className={styles.step} data-undone={step.undoneBy !== null || undefined}>
              <span className={styles.what}>{words.action(step.action)}</span>
              <span className={styles.when}>
                <RelativeTime at={step.at} />
              </span>
              <LinkButton onClick={() => void onTurn(step)}>
                {step.undoneBy === null ? t('undo.takeBack') : t('undo.bringBack')}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
