/** Longer addresses are not links somebody put on a screen on purpose, and some systems cut or misread them. */
const maxLength = 2_048

/**
 * Reads an address that may be handed to the operating system's browser, or null. Only https without sign-in parts:
 * other schemes (file, smb, ms-*, javascript) start programs on the bench, and `https://bank@evil` misleads the reader.
 */
export function readExternalLink(address: string): string | null {
  if (address.length > maxLength || !URL.canParse(address)) return null
  const url = new URL(address)
  const safe = url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === ''
  return safe ? url.href : null
}
