/**
 * The page's policy: everything comes from the application itself. It talks to the station through a MessagePort, which
 * no policy concerns, so not even `connect-src` needs another address.
 */
const directives: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  // Mantine writes its colour variables into <style> elements and TanStack Virtual positions rows by style attributes.
  'style-src': "'self' 'unsafe-inline'",
  // Attachments arrive as bytes through the port and are shown from blob: addresses.
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  // The bundler puts small font files into the style sheet.
  'font-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
}

/** Headers of every answer of the app protocol. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
