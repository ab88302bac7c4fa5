/** The look this machine showed last, for the screens before anybody signs in. */
import { type OwnLook, readLook, type SavedLook } from '../lib/look/look-choice.tsx'

const storageKey = 'reprotech.look'

/** Gives the remembered look; without one, the browser's language if we speak it, and the computer's scheme. */
export function rememberedLook(): OwnLook {
  const saved = readMemory()
  return {
    lang: saved.lang ?? (navigator.language.startsWith('ar') ? 'ar' : 'en'),
    density: saved.density ?? 'default',
    scheme: saved.scheme ?? 'auto',
  }
}

export function rememberLook(look: SavedLook): void {
  window.localStorage.setItem(storageKey, JSON.stringify({ ...readMemory(), ...look }))
}

function readMemory(): SavedLook {
  try {
    return readLook(JSON.parse(window.localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    // Cut off or not ours: as if nothing were remembered.
    return {}
  }
}
