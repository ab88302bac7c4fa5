/**
 * The screens of animals and customers on a bench with demo data against axe-core (WCAG 2.2 AA): light, dark, gloves and
 * Arabic. The other screens are walked in `system.test.ts`.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../src/node/demo/demo-people.ts'
import { violations } from './support/axe.ts'
import { signedInWindow, type WindowOptions } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { type Bench, startDemoStation } from './support/station.ts'

const screens = [
  '/',
  '/animals',
  '/animals/new',
  '/animals/duplicates',
  '/animals/import',
  '/animals/imports',
  '/animals/archived',
  '/customers',
  '/customers/new',
  '/customers/follow-ups',
  '/customers/duplicates',
  '/customers/archived',
  '/quality/audit',
] as const

const nora = { username: 'nora', password: demoPassword }

describe('screens full of records', () => {
  let browser: Browser
  let bench: Bench
  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startDemoStation(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  test.each<[string, WindowOptions, string | null]>([
    ['light', {}, null],
    ['dark', { scheme: 'dark' }, null],
    ['Arabic, gloves', { lang: 'ar' }, 'gloves'],
  ])('no screen violates WCAG 2.2 AA: %s', async (_name, options, density) => {
    const { accessToken } = await bench.call<{ accessToken: string }>('POST', '/auth/login', nora)
    const look = { language: options.lang ?? 'en', preferences: density === null ? {} : { density } }
    await bench.call('PUT', '/auth/profile', look, accessToken)
    const page = await signedInWindow(browser, bench.address, { ...options, ...nora })
    const found: string[] = []
    for (const screen of await withRecords(page)) {
      await page.goto(screen)
      await page.getByRole('main').waitFor()
      await page.waitForLoadState('networkidle')
      found.push(...(await violations(page)).map((line) => `${screen} ${line}`))
    }
    await page.context().close()
    expect(found).toEqual([])
  })
})

/** The screens above, and those of one animal and one customer. */
async function withRecords(page: Page): Promise<string[]> {
  const found: string[] = [...screens]
  for (const list of ['animals', 'customers'] as const) {
    await page.goto(`/${list}`)
    await page.getByRole('row').nth(1).click()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/${list}/[0-9a-f-]{36}`))
    const { pathname } = new URL(page.url())
    found.push(pathname, ...(list === 'animals' ? [`${pathname}/pedigree`, `${pathname}/edit`] : []))
  }
  return found
}
