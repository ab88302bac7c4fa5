import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ShellPage } from './pages/shell-page.ts'
import { UsersPage } from './pages/users-page.ts'
import { signedInWindow } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { type Bench, startSetUpStation } from './support/station.ts'

/** `G` and a letter, as the rail's places are reached. */
const places = [
  ['y', '/system/sync'],
  ['v', '/system/devices'],
  ['u', '/system/users'],
  ['l', '/system/sites'],
  ['b', '/system/backup'],
  ['q', '/quality/audit'],
  ['d', '/'],
] as const

describe('the shell', () => {
  let bench: Bench & { readonly token: string }
  let browser: Browser

  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startSetUpStation(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  test('Arabic turns the page, and the person keeps it at the next sign-in', async () => {
    const page = await signedInWindow(browser, bench.address)
    await new ShellPage(page).userMenu('العربية')
    await page.getByRole('link', { name: 'العملاء' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const again = await signedInWindow(browser, bench.address)
    await again.getByRole('link', { name: 'العملاء' }).waitFor()
    await Promise.all([page.context().close(), again.context().close()])
    await bench.call('PUT', '/auth/profile', { language: 'en' }, bench.token)
  })

  test('the keyboard alone reaches every screen of the rail', async () => {
    const page = await signedInWindow(browser, bench.address)
    for (const [letter, address] of places) {
      // A person's pause, or the two keys would pass for a scanner's.
      await page.keyboard.press('g', { delay: 60 })
      await page.keyboard.press(letter, { delay: 60 })
      await expect.poll(() => new URL(page.url()).pathname).toBe(address)
    }
    await page.context().close()
  })

  test('an address that leads nowhere says so', async () => {
    const page = await signedInWindow(browser, bench.address)
    await page.goto('/nowhere')
    await page.getByText('There is no such page').waitFor()
    await page.context().close()
  })

  test('when the bench is killed the screen says so, and goes on by itself once it is back', async () => {
    const page = await signedInWindow(browser, bench.address)
    const users = new UsersPage(page)
    await users.open()
    await bench.kill()
    await page.getByText('Bench does not answer').waitFor()
    await bench.restart()
    await page.getByText('Not connected to HQ').first().waitFor()
    const token = (
      await bench.call<{ accessToken: string }>('POST', '/auth/login', {
        username: 'faisal',
        password: 'river stone lamp 7',
      })
    ).accessToken
    await bench.call(
      'POST',
      '/users',
      { username: 'after', displayName: 'After the break', password: 'ten full canisters' },
      token,
    )
    await users.row('After the break').waitFor()
    await page.context().close()
  })
})
