import type { Page } from 'playwright'

/** What stands before the work: first set-up, and signing in. */
export function entryPage(page: Page) {
  return {
    async setUp(
      person: { displayName: string; username: string; password: string },
      site: { name: string; code: string },
    ): Promise<void> {
      await page.getByRole('textbox', { name: /^Name/ }).first().fill(site.name)
      await page.getByRole('textbox', { name: /^Code/ }).fill(site.code)
      await page.getByRole('textbox', { name: /^Name/ }).last().fill(person.displayName)
      await page.getByRole('textbox', { name: /^User name/ }).fill(person.username)
      await page
        .getByLabel(/^Password/)
        .first()
        .fill(person.password)
      await page.keyboard.press('Enter')
      await page.getByRole('banner').getByText(person.displayName).waitFor()
    },
    async signIn(username: string, password: string): Promise<void> {
      await page.locator('input[autocomplete="username"]').fill(username)
      await page.locator('input[type="password"]').first().fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('banner').waitFor()
    },
  }
}
