/** Journeys among the animals: one is added by scanner and corrected, measured, and mated on paper. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../src/node/demo/demo-people.ts'
import { animalFormPage } from './pages/animal-form-page.ts'
import { animalPedigreePage } from './pages/animal-pedigree-page.ts'
import { signedInWindow } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { type Bench, startDemoStation } from './support/station.ts'

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string | null }[]
}

const nora = { username: 'nora', password: demoPassword }

describe('animals of a bench with demo data', () => {
  let browser: Browser
  let bench: Bench
  let page: Page
  let token: string
  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startDemoStation(), openBrowser()])
    token = (await bench.call<{ accessToken: string }>('POST', '/auth/login', nora)).accessToken
    page = await signedInWindow(browser, bench.address, nora)
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  test('a scanned number proposes its scheme, does not send the form, and is checked digit by digit', async () => {
    const form = animalFormPage(page, bench.address)
    await form.open()
    await form.pick('Species required', 'Cattle')
    await form.chooseSex('Female')
    await form.fill('Name', 'Scanned Noor')
    // ICAR ADE: country 276 (Germany) and twelve digits.
    await form.scanIdentifier('276000312312345')
    expect(await form.scheme()).toBe('ISO 11784')
    await page.getByRole('heading', { level: 1, name: 'New animal' }).waitFor()
    await form.correctIdentifier('27600031231234')
    await form.sentence('An ISO 11784 number has 15 digits; this one has 14.').first().waitFor()
    await form.send()
    await expect.poll(form.errors).toEqual(['Number: An ISO 11784 number has 15 digits; this one has 14.'])
    await form.correctIdentifier('276000312312345')
    await form.sentence('Nothing speaks against this animal.').waitFor()
    await form.send()
    await page.getByRole('heading', { level: 1, name: 'Scanned Noor' }).waitFor()
    await page
      .getByRole('button', { name: /276 000312312345/ })
      .first()
      .waitFor()
  })

  test('the same number on a second animal is refused at its field', async () => {
    const form = animalFormPage(page, bench.address)
    await form.open()
    await form.pick('Species required', 'Cattle')
    await form.chooseSex('Female')
    await form.scanIdentifier('276000312312345')
    await form.check().getByText('This identifier is already on another animal.').waitFor()
    await form.send()
    await expect.poll(form.errors).toEqual(['Number: This identifier is already on another animal. Scanned Noor'])
  })

  test('a condition score off the scale of the species is refused, on it it is kept', async () => {
    const { items } = await bench.call<Listed>('GET', '/animals?q=scanned&limit=1', undefined, token)
    await page.goto(`${bench.address}/animals/${items[0]?.id}?tab=measurements`)
    await page.getByRole('button', { name: 'Record' }).click()
    const score = page.getByRole('textbox', { name: 'Condition' })
    // Cattle are scored in quarters (Edmonson et al. 1989).
    await score.fill('3.3')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Condition scores of this species go in steps of 0.25.').first().waitFor()
    await score.fill('3.25')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('row', { name: /Condition 3\.25/ }).waitFor()
  })

  test('a pedigree runs left to right, is walked by arrow keys, and matings stand in order of inbreeding', async () => {
    const where = { all: [{ field: 'inbreeding', op: 'gte', value: 0.0625 }] }
    const query = new URLSearchParams({ species: 'equine', sex: 'female', limit: '1', where: JSON.stringify(where) })
    const { items } = await bench.call<Listed>('GET', `/animals?${query}`, undefined, token)
    const pedigree = animalPedigreePage(page, bench.address)
    await pedigree.open(items[0]?.id ?? '')
    expect(await pedigree.leftOf(2)).toBeLessThan(await pedigree.leftOf(1))
    await pedigree.tree().getByRole('img', { name: 'Common ancestor A' }).first().waitFor()
    await pedigree.focusAnimal()
    await page.keyboard.press('ArrowLeft')
    expect(await pedigree.focusedPlace()).toBe('2')
    await page.keyboard.press('ArrowDown')
    expect(await pedigree.focusedPlace()).toBe('3')
    const mates = await pedigree.compareSires()
    const expected = mates.map((text) => Number(/([\d.]+)\s%/.exec(text)?.[1]))
    expect(expected.length).toBeGreaterThan(1)
    expect(expected).toEqual(expected.toSorted((one, other) => one - other))
  })
})
