import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DoorPage } from './pages/door-page.ts'
import { SetupPage } from './pages/setup-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { UsersPage } from './pages/users-page.ts'
import { violations } from './support/axe.ts'
import { openWindow, signedInWindow, type WindowOptions } from './support/bench-window.ts'
import { openBrowser } from './support/browser.ts'
import { administrator, type Bench, firstSite, startStation } from './support/station.ts'

const pin = '4711'
const badge = 'KHJ-BADGE-0007'
const today = /^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) \d/

describe('signing in', () => {
  let bench: Bench
  let browser: Browser

  beforeAll(async () => {
    ;[bench, browser] = await Promise.all([startStation(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })

  const onToday = (page: Page) => page.getByRole('heading', { level: 1, name: today }).waitFor()

  test('a new bench asks for its first site and administrator, and says what is missing', async () => {
    const page = await openWindow(browser, bench.address)
    await page.goto('/')
    const setup = new SetupPage(page)
    await setup.fill(firstSite, { ...administrator, password: 'short' })
    await setup.submit()
    await page.getByText('At least 10 characters.', { exact: true }).first().waitFor()
    await page.mouse.move(0, 0)
    expect(await violations(page)).toEqual([])
    await setup.fill(firstSite, administrator)
    await setup.submit()
    await onToday(page)
    await page.context().close()
  })

  test.each<[string, WindowOptions]>([
    ['light', {}],
    ['dark', { scheme: 'dark' }],
    ['Arabic', { lang: 'ar' }],
  ])('the door violates nothing of WCAG 2.2 AA: %s', async (_name, options) => {
    const page = await openWindow(browser, bench.address, options)
    await page.goto('/')
    const forgot = /Forgot password|نسيت كلمة المرور/
    await page.getByRole('button', { name: forgot }).waitFor()
    const found = await violations(page)
    await page.getByRole('button', { name: forgot }).click()
    await page.getByRole('heading', { name: forgot }).waitFor()
    found.push(...(await violations(page)))
    await page.getByRole('button', { name: /I have a code|لديّ رمز/ }).click()
    await page.getByRole('textbox', { name: /One-time code|رمز لمرة واحدة/ }).waitFor()
    await page.mouse.move(0, 0)
    found.push(...(await violations(page)))
    expect(found).toEqual([])
    await page.context().close()
  })

  test('a wrong password is refused in words, the right one opens, and a reload keeps the session', async () => {
    const page = await openWindow(browser, bench.address)
    await page.goto('/')
    const entry = new DoorPage(page)
    await entry.signIn(administrator.username, 'not the password')
    await page.getByText('User name or password is not right').waitFor()
    await entry.signIn(administrator.username, administrator.password)
    await onToday(page)
    await page.reload()
    await onToday(page)
    await page.context().close()
  })

  test('a PIN unlocks the screen, and a form half filled in is as it was', async () => {
    const page = await signedInWindow(browser, bench.address)
    await page.goto('/profile')
    await page.getByRole('button', { name: 'Set PIN' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^New PIN/ }).fill(pin)
    await dialog.getByRole('textbox', { name: /^Your password/ }).fill(administrator.password)
    await dialog.getByRole('button', { name: /^Set PIN/ }).click()
    await page.getByText('A PIN is set').waitFor()

    await page.goto('/system/sites/new')
    await page.getByRole('textbox', { name: /^Name required/ }).fill('Barn 2')
    const shell = new ShellPage(page)
    await shell.lock()
    const entry = new DoorPage(page)
    await entry.keypad.waitFor()
    expect(await violations(page)).toEqual([])
    await entry.typePin('4712')
    await page.getByText('This PIN is not right.').waitFor()
    expect(await page.getByRole('textbox', { name: /^Name required/ }).isVisible()).toBe(false)
    await entry.typePin(pin)
    expect(await page.getByRole('textbox', { name: /^Name required/ }).inputValue()).toBe('Barn 2')
    await page.context().close()
  })

  test('what was open does not answer while the screen is locked', async () => {
    const page = await signedInWindow(browser, bench.address)
    const shell = new ShellPage(page)
    await shell.lock()
    await page.getByText('Enter your PIN').waitFor()
    await page.keyboard.press('Control+k')
    expect(await page.getByRole('combobox').count()).toBe(0)
    expect(await page.evaluate(() => sessionStorage.getItem('reprotech.session'))).toBeNull()
    await page.context().close()
  })

  test('the screen locks by itself after the minutes set for this bench', async () => {
    const page = await openWindow(browser, bench.address)
    await page.clock.install()
    await page.goto('/')
    await new DoorPage(page).signIn(administrator.username, administrator.password)
    await onToday(page)
    await page.clock.fastForward('09:00')
    await onToday(page)
    await page.clock.fastForward('11:00')
    await page.getByText('Enter your PIN').waitFor()
    await page.context().close()
  })

  test('a badge signs its owner in, wherever the focus is', async () => {
    const page = await signedInWindow(browser, bench.address)
    await page.goto('/profile')
    await page.getByRole('button', { name: 'Set badge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^Badge code/ }).fill(badge)
    await dialog.getByRole('textbox', { name: /^Your password/ }).fill(administrator.password)
    await dialog.getByRole('button', { name: /^Set badge/ }).click()
    await page.getByText('A badge is set').waitFor()
    const shell = new ShellPage(page)
    await shell.userMenu('Sign out')
    const entry = new DoorPage(page)
    await page.getByText('Or scan your badge').waitFor()
    await page.getByRole('heading', { name: 'Who is working?' }).click()
    await entry.scanBadge(badge)
    await shell.top.waitFor()
    expect(await page.evaluate(() => sessionStorage.getItem('reprotech.session'))).not.toBeNull()
    await page.context().close()
  })

  test('who forgot the password asks, an administrator hands over a code, and the code sets a new one', async () => {
    const admin = await signedInWindow(browser, bench.address)
    const users = new UsersPage(admin)
    const firstCode = await users.add({
      username: 'huda',
      displayName: 'Huda Al-Otaibi',
      role: 'Technician',
      site: firstSite.name,
    })
    const page = await openWindow(browser, bench.address)
    await page.goto('/')
    const setPassword = async (code: string, password: string) => {
      await page.getByRole('button', { name: /^Someone else/ }).click()
      await page.getByRole('button', { name: 'Forgot password' }).click()
      await page.getByRole('button', { name: 'I have a code' }).click()
      await page.getByRole('textbox', { name: 'User name' }).fill('huda')
      await page.getByRole('textbox', { name: 'One-time code' }).fill(code)
      await page.getByRole('textbox', { name: 'New password' }).fill(password)
      await page.getByRole('button', { name: 'Set password' }).click()
      await page.getByRole('button', { name: 'Sign in' }).first().click()
    }
    await setPassword(firstCode, 'seven green tanks')
    await new DoorPage(page).signIn('huda', 'seven green tanks')
    await onToday(page)
    await new ShellPage(page).userMenu('Sign out')

    await page.getByRole('button', { name: /^Someone else/ }).click()
    await page.getByRole('button', { name: 'Forgot password' }).click()
    await page.getByRole('textbox', { name: 'User name' }).fill('huda')
    await page.getByRole('button', { name: 'Ask for a code' }).click()
    await page.getByText('Your administrators have been told').waitFor()

    await admin.getByRole('button', { name: 'Issue one-time code' }).click()
    const code = await admin.getByRole('dialog').locator('bdi').first().textContent()
    await page.getByRole('button', { name: 'Back to sign-in' }).click()
    await setPassword(code ?? '', 'eight green tanks')
    await new DoorPage(page).signIn('huda', 'eight green tanks')
    await onToday(page)
    await Promise.all([page.context().close(), admin.context().close()])
  })
})
