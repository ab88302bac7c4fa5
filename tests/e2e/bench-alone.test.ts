/**
 * The journey of a person who never saw the product: set up a bench, import a real pedigree, see the tree and F, edit an
 * animal in Arabic without a network, pull the plug, start again, and find everything with its history.
 *
 * Expected F: Mrode, Linear Models for the Prediction of Animal Breeding Values, example 2.1 - animals 5 and 6 have 0.125.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { animalsPages } from './pages/animals-pages.ts'
import { SetupPage } from './pages/setup-page.ts'
import { openWindow, signedInWindow } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { type Bench, startStation } from './support/station.ts'

const pedigree = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'data',
  'genomics',
  'pedigree',
  'nadiv_Mrode2.csv',
)
const missing = !existsSync(pedigree) ? 'the reference pedigrees are not here' : null
const nora = { displayName: 'Nora Al-Subaie', username: 'nora', password: 'cold chain never breaks' }

describe.skipIf(missing !== null)(missing ?? 'a bench that stands alone', () => {
  let browser: Browser
  let bench: Bench
  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startStation(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  test('keeps what a new person did, through a pulled plug, with its history', async () => {
    const page = await openWindow(browser, bench.address)
    await page.goto('/')
    const setup = new SetupPage(page)
    await setup.fill({ name: 'Al Kharj cryo lab', code: 'KHJ' }, nora)
    await setup.submit()
    await page.getByRole('banner').getByText(nora.displayName).waitFor()

    const animals = animalsPages(page, bench.address)
    await animals.importFile(pedigree, 6)
    await animals.openRegister()
    await expect
      .poll(animals.rowTexts)
      .toEqual([
        '1 1 Active 0.00 %',
        '2 2 Active 0.00 %',
        '3 3 Active 0.00 %',
        '4 4 Active 0.00 %',
        '5 5 Active 12.50 %',
        '6 6 Active 12.50 %',
      ])
    await animals.openAnimal('12.50 %')
    await animals.openPedigree()
    await page.getByText('12.50 %', { exact: false }).first().waitFor()
    const animalAddress = page.url().replace('/pedigree', '')

    await page.getByRole('button', { name: /account/ }).click()
    await page.getByRole('menuitem', { name: 'العربية' }).click()
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.goto(`${animalAddress}/edit`)
    await page.getByRole('textbox', { name: 'الاسم' }).fill('غزالة الربدان')
    await page.getByRole('button', { name: /حفظ التغييرات/ }).click()
    await page.getByRole('heading', { name: 'غزالة الربدان' }).waitFor()

    await bench.kill()
    await bench.restart()
    const later = await signedInWindow(browser, bench.address, nora)
    await later.goto(animalAddress)
    await later.getByRole('heading', { name: 'غزالة الربدان' }).waitFor()
    await later.getByRole('tab', { name: 'سجل التغييرات' }).click()
    await later.getByRole('tabpanel').getByText('غزالة الربدان').first().waitFor()
  })
})
