/**
 * US scrapie programme number of a sheep or goat: flock identification, then a number unique in the flock. The flock
 * number begins with the state's postal letters (or a tribal code), has at most nine characters and no I, O or Q after
 * those letters (9 CFR 79.1). How the individual number is formed is left to the flock, so nothing more is checked.
 */
import { refusal } from '../../../kernel/refusal.ts'
import { cleanText } from './clean-text.ts'
import type { IdentifierScheme } from './identifier-scheme.ts'
import { noMarks } from './identifier-scheme.ts'

const mostFlockCharacters = 9

export const scrapieFlock: IdentifierScheme = {
  code: 'scrapie_flock',
  species: ['ovine', 'caprine'],
  scope: 'world',
  normalise: normaliseScrapie,
  refuse(text) {
    const value = normaliseScrapie(text)
    const parts = value.split('-')
    const [flock = '', individual] = parts
    if (parts.length > 2 || individual === '') return refusal('scrapie_flock_format', { text: value })
    if (!/^[A-Z]{2}/.test(flock)) return refusal('scrapie_flock_state_missing', { flock })
    if (flock.length < 3 || flock.length > mostFlockCharacters) {
      return refusal('scrapie_flock_length', { length: flock.length, max: mostFlockCharacters })
    }
    if (!/^[0-9A-HJ-NPR-Z]+$/.test(flock.slice(2))) return refusal('scrapie_flock_characters', { flock })
    if (individual !== undefined && !/^[0-9A-Z]+$/.test(individual)) {
      return refusal('scrapie_flock_format', { text: value })
    }
    return null
  },
  print: (value) => value.replace('-', ' '),
  marks: noMarks,
}

// The parts are told apart by whatever stood between them, so it is kept, as a hyphen.
function normaliseScrapie(text: string): string {
  return cleanText(text).replace(/[ ._/\p{Pd}]+/gu, '-')
}
