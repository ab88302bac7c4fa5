import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookChoice } from '../../../lib/look/look-choice.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './entry-screen.module.css'
import type { EntryStep } from './entry-step.ts'

/** At the end of the door: help for those who forgot, and the other language. */
export function EntryFoot({ step, onForgot }: { step: EntryStep; onForgot?: () => void }): ReactElement {
  const { t } = useTranslation('people')
  const { look, change } = useLookChoice()
  const other = look.lang === 'ar' ? 'en' : 'ar'
  return (
    <footer className={styles.foot}>
      {onForgot !== undefined && (step.kind === 'pin' || step.kind === 'password') ? (
        <Button kind="quiet" onClick={onForgot}>
          {step.kind === 'pin' ? t('entry.forgotPin') : t('entry.forgotPassword')}
        </Button>
      ) : (
        <span />
      )}
      <Button kind="quiet" onClick={() => change({ lang: other })}>
        <span lang={other}>{t('entry.otherLanguage')}</span>
      </Button>
    </footer>
  )
}
