import type { Locator, Page } from 'playwright'

/** The list of users, the form of a new one, and one user's page. */
export class UsersPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/system/users')
    await this.row('Faisal Al-Harbi').waitFor()
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(name) })
  }

  /** Adds a user with one role and gives the one-time code that is shown. */
  async add(person: { username: string; displayName: string; role: string; site: string }): Promise<string> {
    await this.page.goto('/system/users/new')
    await this.page.getByRole('textbox', { name: /^User name/ }).fill(person.username)
    await this.page.getByRole('textbox', { name: /^Name required/ }).fill(person.displayName)
    await this.page.getByRole('checkbox', { name: `${person.role}, ${person.site}` }).check()
    await this.page.getByRole('button', { name: /^Create user/ }).click()
    const dialog = this.page.getByRole('dialog', { name: new RegExp(person.displayName) })
    const code = (await dialog.locator('bdi').first().textContent()) ?? ''
    await dialog.getByRole('button', { name: 'I have handed it over' }).click()
    await this.page.getByRole('heading', { level: 1, name: person.displayName }).waitFor()
    return code
  }
}
