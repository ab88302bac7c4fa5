/** The journey of a customer: added, warned about twice, called, promised something, and done with. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { administrator, type RunningProgram, startProgram } from '../crash/program-process.ts'
import { customersPages } from './pages/customers-pages.ts'
import { entryPage } from './pages/entry-page.ts'
import { openBrowser, openPage } from './support/browser.ts'

/** The smallest file that counts as a picture: a PNG of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a customer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-customers-'))
  let browser: Browser
  let bench: RunningProgram
  beforeAll(async () => {
    browser = await openBrowser()
    bench = startProgram('station', folder, { createAdministrator: true })
  })
  afterAll(async () => {
    await browser.close()
    await bench.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is added, reached, promised a quotation, and not laid aside while the promise is open', async () => {
    const { page, complaints } = await openPage(browser)
    const address = await bench.ready
    const customers = customersPages(page, address)
    await page.goto(address)
    await entryPage(page).signIn(administrator.username, administrator.password)

    await customers.openForm()
    await customers.fill({ 'E-mail': 'no address' })
    await customers.send()
    await expect
      .poll(customers.errors)
      .toEqual(['Name: Fill this in.', 'E-mail: Enter an address like name@example.com.'])
    await customers.fill({
      'Name required': 'Kharj Dairy Farm',
      'E-mail': 'office@kharj.example',
      Phone: '+966 11 544 2210',
    })
    await customers.send()
    await customers.opened('Kharj Dairy Farm')

    await customers.addContact({ 'Name required': 'Faisal Al-Harbi', Mobile: '+966 50 300 4410' })
    await page.getByText('Primary').first().waitFor()
    await customers.attach({ name: 'barn.png', mimeType: 'image/png', buffer: dot })
    await page.getByRole('button', { name: 'barn.png', exact: true }).click()
    await page.getByRole('img', { name: 'barn.png' }).waitFor()
    await page.keyboard.press('Escape')
    await customers.log({ 'Subject required': 'Send quotation', Due: '2020-01-31' })
    expect(await customers.archive()).toContain('1 follow-up is still open.')
    await customers.cancel()

    await customers.openFollowUps()
    await expect.poll(customers.rowTexts).toEqual(['Send quotation Overdue 31 Jan 2020 Kharj Dairy Farm Call admin'])
    await customers.finishFirst('Accepted')
    await page.getByText('Nothing waits for you').waitFor()

    await customers.openForm()
    await customers.fill({ 'Name required': 'Al Kharj Dairy Farms', Phone: '011 544 2210' })
    await customers.warning().waitFor()
    expect(complaints).toEqual([])
  })
})
