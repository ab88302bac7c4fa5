/** The species the laboratory works with. `camel` is the dromedary. */
export const speciesCodes = [
  'bovine',
  'buffalo',
  'equine',
  'camel',
  'bactrian_camel',
  'ovine',
  'caprine',
  'swine',
  'alpaca',
  'llama',
] as const

export type SpeciesCode = (typeof speciesCodes)[number]

/** Tells whether a text is a species code, for values read from files. */
export function isSpeciesCode(text: string): text is SpeciesCode {
  return (speciesCodes as readonly string[]).includes(text)
}
