/** Chromium for journeys: found by the launcher, started without a sandbox where tests run as root. */
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright'

export const window = { width: 1366, height: 768 } as const

function executable(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  return given !== undefined && given !== '' ? given : ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A fresh page that fails the test on an error nobody caught, and on anything the content security policy refused. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: window, locale: 'en-GB', timezoneId: 'Asia/Riyadh' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
      complaints.push(message.text())
  })
  return { page, complaints }
}
