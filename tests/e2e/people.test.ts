import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ShellPage } from './pages/shell-page.ts'
import { UsersPage } from './pages/users-page.ts'
import { signedInWindow } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { type Bench, firstSite, startSetUpStation } from './support/station.ts'

interface Person {
  readonly id: string
  readonly rev: number
}

/** Runs in the page, frame by frame: resolves to the time at which the text is on screen. */
const whenShown = (text: string) => `new Promise((found) => {
  const look = () => (document.body.innerText.includes(${JSON.stringify(text)}) ? found(Date.now()) : requestAnimationFrame(look))
  look()
})`

describe('people and sites', () => {
  let bench: Bench & { readonly token: string }
  let browser: Browser
  const leena = {
    username: 'leena',
    displayName: 'Leena Haddad',
    password: 'blue lamps at noon',
    roles: [{ role: 'veterinarian' }],
  }

  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startSetUpStation(), openBrowser()])
    await bench.call('POST', '/users', leena, bench.token)
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  test('an administrator adds a user, and another window shows them without being asked', async () => {
    const [one, other] = await Promise.all([
      signedInWindow(browser, bench.address),
      signedInWindow(browser, bench.address),
    ])
    const list = new UsersPage(other)
    await list.open()
    await new UsersPage(one).add({
      username: 'omar',
      displayName: 'Omar Siddiqui',
      role: 'Technician',
      site: firstSite.name,
    })
    await list.row('Omar Siddiqui').waitFor()
    await Promise.all([one.context().close(), other.context().close()])
  })

  test('a change is on the screen of another window within 100 ms of its commit', async () => {
    const page = await signedInWindow(browser, bench.address)
    const list = new UsersPage(page)
    await list.open()
    const person = await bench.call<Person>(
      'POST',
      '/users',
      { username: 'yousef', displayName: 'Yousef 0', password: 'nine dry shippers' },
      bench.token,
    )
    await list.row('Yousef 0').waitFor()
    const delays: number[] = []
    for (let round = 1; round <= 5; round += 1) {
      const shown = page.evaluate<number>(whenShown(`Yousef ${round}`))
      await bench.call('PUT', `/users/${person.id}`, { displayName: `Yousef ${round}` }, bench.token)
      const committedAt = Date.now()
      delays.push((await shown) - committedAt)
    }
    expect(delays.toSorted((a, b) => a - b)[2]).toBeLessThan(100)
    await page.context().close()
  })

  test('a change of a person can be taken back from its message and by Ctrl+Z', async () => {
    const page = await signedInWindow(browser, bench.address)
    const { items } = await bench.call<{ items: Person[] }>('GET', '/users?q=leena', undefined, bench.token)
    await page.goto(`/system/users/${items[0]?.id}`)
    const position = page.getByRole('textbox', { name: 'Position' })
    await position.fill('Head of the clinic')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByText('User changed').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => position.inputValue()).toBe('')

    await position.fill('Veterinarian on duty')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByText('User changed').waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => position.inputValue()).toBe('')
    await page.context().close()
  })

  test('a closed account is thrown out at once', async () => {
    const hers = await signedInWindow(browser, bench.address, leena)
    const { items } = await bench.call<{ items: Person[] }>('GET', '/users?q=leena', undefined, bench.token)
    await bench.call('DELETE', `/users/${items[0]?.id}`, undefined, bench.token)
    await hers.getByText('Sign in', { exact: true }).first().waitFor()
    await hers.context().close()
  })

  test('leaving a form with changes asks first', async () => {
    const page = await signedInWindow(browser, bench.address)
    await page.goto('/system/sites/new')
    await page.getByRole('textbox', { name: /^Name required/ }).fill('Barn 2')
    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(new URL(page.url()).pathname).toBe('/system/sites/new')
    await page.context().close()
  })

  test('a site is added, found by the palette and renamed', async () => {
    const page = await signedInWindow(browser, bench.address)
    await page.goto('/system/sites/new')
    await page.getByRole('textbox', { name: /^Name required/ }).fill('Hail quarantine')
    await page.getByRole('textbox', { name: /^Code/ }).fill('hai')
    await page.getByRole('button', { name: /^Create site/ }).click()
    await page.getByText('Site added').waitFor()
    await new ShellPage(page).palette('hail', /Hail quarantine/)
    await page.getByRole('heading', { level: 1, name: 'Hail quarantine' }).waitFor()
    await page.getByRole('textbox', { name: /^Name required/ }).fill('Hail quarantine station')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Hail quarantine station' }).waitFor()
    await page.context().close()
  })
})
