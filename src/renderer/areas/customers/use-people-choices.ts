import { useApi } from '../../lib/api/services.tsx'
import { usePersonName } from '../../lib/people/person-names.tsx'
import { useMay, useUser } from '../../lib/session/session.tsx'
import type { LoadOptions, Option } from '../../ui/form/use-options.ts'

const mostChoices = 20

/**
 * Gives whom a follow-up may be given to: everybody for those who may see the list of people, oneself for the others.
 * `assigned` is who has it now, so that the field can name them.
 */
export function usePeopleChoices(assigned: string | null): {
  chosen: readonly Option[]
  options?: readonly Option[]
  loadOptions?: LoadOptions
} {
  const api = useApi()
  const user = useUser()
  const may = useMay()
  const name = usePersonName(assigned)
  const self = { value: user.id, label: user.displayName }
  const chosen = assigned === null || name == null ? [self] : [{ value: assigned, label: name }, self]
  if (!may('people.read')) return { chosen, options: [self] }
  return {
    chosen,
    loadOptions: async (text, signal) => {
      const { items } = await api.users.list(
        { active: true, limit: mostChoices, ...(text.trim() === '' ? {} : { q: text.trim() }) },
        { signal },
      )
      return items.map((person) => ({ value: person.id, label: person.displayName }))
    },
  }
}
