/** Drafts on this computer, kept per person: a bench is shared, unsaved work is not. */
import type { DraftStorage } from '../../ui/form/use-draft.ts'

/** Gives a place for the drafts of one person. */
export function draftsOf(userId: string): DraftStorage {
  const named = (key: string) => `reprotech.draft.${userId}.${key}`
  return {
    read: async (key) => localStorage.getItem(named(key)),
    write: async (key, text) => localStorage.setItem(named(key), text),
    remove: async (key) => localStorage.removeItem(named(key)),
  }
}
