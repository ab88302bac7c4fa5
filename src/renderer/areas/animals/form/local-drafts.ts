import type { DraftStorage } from '../../../ui/form/use-draft.ts'

const prefix = 'reprotech.draft.'

/** Drafts on this machine, so that a crash or a restart costs nobody what they typed. Keys name the person. */
export const localDrafts: DraftStorage = {
  read: (key) => Promise.resolve(localStorage.getItem(prefix + key)),
  write: (key, text) => Promise.resolve(localStorage.setItem(prefix + key, text)),
  remove: (key) => Promise.resolve(localStorage.removeItem(prefix + key)),
}
