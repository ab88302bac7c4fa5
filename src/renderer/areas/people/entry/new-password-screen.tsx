/** Shown instead of the product while somebody else knows the person's password. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useSession } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { PasswordForm } from '../profile/password-form.tsx'
import styles from './setup-screen.module.css'

export function NewPasswordScreen(): ReactElement {
  const { t } = useTranslation('people')
  const app = useTranslation('app').t
  const api = useApi()
  const { userChanged, signOut } = useSession()
  return (
    <main className={styles.page}>
      <div className={`${styles.sheet} ${styles.narrow}`}>
        <h1 className={styles.title}>{t('password.title')}</h1>
        <p className={styles.lead}>{t('password.lead')}</p>
        <PasswordForm onChanged={async () => userChanged(await api.auth.profile())}>
          <Button kind="quiet" onClick={signOut}>
            {app('user.signOut')}
          </Button>
        </PasswordForm>
      </div>
    </main>
  )
}
