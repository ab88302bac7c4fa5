import { describe, expect, test } from 'vitest'
import { readExternalLink } from '../../src/main/electron/external-link.ts'
import { guardPages, refusePermissions } from '../../src/main/electron/page-guard.ts'
import { FakeApp, FakeGuardedContents, FakeSession, keptLog } from './fake-electron.ts'

function aGuardedPage(): { contents: FakeGuardedContents; opened: string[]; log: ReturnType<typeof keptLog> } {
  const opened: string[] = []
  const log = keptLog()
  const app = new FakeApp()
  const contents = new FakeGuardedContents()
  guardPages(app, {
    openExternal: async (address) => {
      opened.push(address)
    },
    log,
  })
  app.creates(contents)
  return { contents, opened, log }
}

describe('navigation', () => {
  const elsewhere = [
    'https://example.org/',
    'http://127.0.0.1:7040/',
    'file:///etc/passwd',
    'app://reprotech.evil/',
    'app://other/',
    'data:text/html,<b>x</b>',
    'javascript:alert(1)',
  ]
  test.each(elsewhere)('refuses to leave for %s', (address) => {
    const { contents } = aGuardedPage()
    const let_ = (['will-navigate', 'will-frame-navigate', 'will-redirect'] as const).map((event) =>
      contents.tries(event, address),
    )
    expect(let_).toEqual([false, false, false])
  })

  test('lets the page load itself again', () => {
    expect(aGuardedPage().contents.tries('will-navigate', 'app://reprotech/animals')).toBe(true)
  })

  test('refuses to embed a page', () => {
    expect(aGuardedPage().contents.tries('will-attach-webview', '')).toBe(false)
  })
})

describe('new windows and links', () => {
  test('opens no window, but an https link in the browser of the system', () => {
    const { contents, opened } = aGuardedPage()
    expect(contents.opens('https://example.org/guide?lang=ar#top')).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://example.org/guide?lang=ar#top'])
  })

  const refused: { name: string; address: string }[] = [
    { name: 'plain http', address: 'http://example.org/' },
    { name: 'a local file', address: 'file:///C:/Windows/System32/calc.exe' },
    { name: 'a script', address: 'javascript:alert(1)' },
    { name: 'a program of the system', address: 'ms-msdt:/id PCWDiagnostic' },
    { name: 'a network share', address: '\\\\server\\share' },
    { name: 'mail', address: 'mailto:a@example.org' },
    { name: 'a sign-in before the host', address: 'https://bank.example@evil.example/' },
    { name: 'no address', address: 'example' },
    { name: 'an overlong address', address: `https://example.org/${'a'.repeat(3_000)}` },
    { name: 'the application itself', address: 'app://reprotech/' },
  ]
  test.each(refused)('refuses $name', ({ address }) => {
    const { contents, opened } = aGuardedPage()
    expect([contents.opens(address), opened, readExternalLink(address)]).toEqual([{ action: 'deny' }, [], null])
  })

  test('keeps what follows the question mark out of the log', () => {
    const facts: object[] = []
    const app = new FakeApp()
    const contents = new FakeGuardedContents()
    const log = { ...keptLog(), warn: (fact: object) => void facts.push(fact) }
    guardPages(app, { openExternal: async () => undefined, log })
    app.creates(contents)
    contents.tries('will-navigate', 'https://example.org/path?token=secret')
    expect(facts).toEqual([{ address: 'https://example.org/path' }])
  })
})

describe('permissions', () => {
  const refused = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'fullscreen',
    'openExternal',
    'clipboard-read',
  ] as const
  test.each(refused)('refuses %s', (permission) => {
    const session = new FakeSession()
    refusePermissions(session, keptLog())
    expect(session.asks(permission)).toEqual({ requested: false, checked: false, device: false })
  })

  test('allows copying to the clipboard', () => {
    const session = new FakeSession()
    refusePermissions(session, keptLog())
    expect(session.asks('clipboard-sanitized-write')).toEqual({ requested: true, checked: true, device: false })
  })
})
