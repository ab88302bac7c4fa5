import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toApiError } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useSession } from '../../../lib/session/session.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PinPad } from '../../../ui/pin-pad.tsx'
import styles from './entry-screen.module.css'
import type { UnlockPerson } from './people-tiles.tsx'

/** Opens the bench with the PIN of one person. */
export function PinPanel({ person, onPassword }: { person: UnlockPerson; onPassword: () => void }): ReactElement {
  const { t } = useTranslation('people')
  const api = useApi()
  const words = useWords()
  const { enter } = useSession()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ text: string; tries: number }>({ text: '', tries: 0 })

  async function open(pin: string): Promise<void> {
    setBusy(true)
    try {
      enter(await api.auth.unlock({ userId: person.id, pin }))
    } catch (error) {
      const failure = toApiError(error)
      setRefused((before) => ({
        text: failure.code === 'sign_in_refused' ? t('entry.pinRefused') : words.error(failure),
        tries: before.tries + 1,
      }))
      if (failure.code === 'password_needed') onPassword()
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className={styles.subject}>
        <Avatar name={person.displayName} size={56} />
        <h2>{person.displayName}</h2>
        <p>{t('entry.enterPin')}</p>
      </div>
      {/* A new pad per try, so that the same refusal twice still clears the digits. */}
      <PinPad
        key={refused.tries}
        length={{ min: 4, max: 8 }}
        label={t('entry.pinLabel', { name: person.displayName })}
        onPin={(pin) => void open(pin)}
        busy={busy}
        error={refused.text === '' ? undefined : refused.text}
        autoFocus
      />
      <div className={styles.more}>
        <LinkButton onClick={onPassword}>{t('entry.usePassword')}</LinkButton>
      </div>
    </>
  )
}
