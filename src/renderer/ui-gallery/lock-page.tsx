import { type ReactElement, useState } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import styles from './gallery.module.css'
import { useGallery, useSay } from './gallery-context.ts'

/** The keypad of the lock screen. */
export function LockPage(): ReactElement {
  const say = useSay()
  const { setPage } = useGallery()
  const [error, setError] = useState<string | null>(null)
  return (
    <main className={styles.lock}>
      <Avatar name={say('Huda Al-Otaibi', 'هدى العتيبي')} size={56} />
      <h1 className={styles.who}>{say('Huda Al-Otaibi', 'هدى العتيبي')}</h1>
      <p className={styles.dim}>{say('Enter your PIN', 'أدخل رمزك')}</p>
      <PinPad
        label="PIN"
        onPin={(pin) => (pin === '123456' ? setPage('list') : setError(say(`Wrong PIN (${pin})`, `رمز خاطئ (${pin})`)))}
        error={error}
        autoFocus
      />
      <Button kind="quiet" onClick={() => setPage('list')}>
        {say('Back', 'رجوع')}
      </Button>
    </main>
  )
}
