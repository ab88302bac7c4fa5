/** Windows of people at a bench: each in a context of its own, so that nothing is shared between them but the bench. */
import type { Browser, Page } from 'playwright'
import { DoorPage } from '../pages/door-page.ts'
import { window } from './browser.ts'
import { administrator } from './station.ts'

export interface WindowOptions {
  readonly lang?: 'en' | 'ar'
  readonly scheme?: 'light' | 'dark'
}

/** A window with nobody signed in and nothing loaded. */
export async function openWindow(
  browser: Browser,
  address: string,
  { lang = 'en', scheme = 'light' }: WindowOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: window,
    locale: lang === 'ar' ? 'ar-SA' : 'en-GB',
    colorScheme: scheme,
    timezoneId: 'Asia/Riyadh',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** A window with someone signed in, the administrator unless told otherwise, on Today. */
export async function signedInWindow(
  browser: Browser,
  address: string,
  options: WindowOptions & { username?: string; password?: string } = {},
): Promise<Page> {
  const page = await openWindow(browser, address, options)
  await page.goto('/')
  const { username = administrator.username, password = administrator.password } = options
  await new DoorPage(page).signIn(username, password)
  await page.getByRole('banner').waitFor()
  return page
}
