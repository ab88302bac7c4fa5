import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import type { Meaning } from '../../../ui/status.tsx'

/** Gives how an account stands: open, locked for a while after wrong tries, or closed. */
export function useAccountState(): (person: Pick<Person, 'active' | 'lockedUntil'>) => {
  meaning: Meaning
  word: string
} {
  const { t } = useTranslation('people')
  return (person) => {
    if (!person.active) return { meaning: 'none', word: t('users.statusInactive') }
    if (person.lockedUntil !== null) return { meaning: 'warn', word: t('users.statusLocked') }
    return { meaning: 'ok', word: t('users.statusActive') }
  }
}
