import type { Locator, Page } from 'playwright'

/** The set-up of a bench nobody works at yet. */
export class SetupPage {
  readonly page: Page
  readonly site: Locator
  readonly administrator: Locator

  constructor(page: Page) {
    this.page = page
    this.site = page.getByRole('group', { name: 'First site' })
    this.administrator = page.getByRole('group', { name: 'First administrator' })
  }

  async fill(
    site: { name: string; code: string },
    person: { displayName: string; username: string; password: string },
  ): Promise<void> {
    await this.site.getByRole('textbox', { name: /^Name required/ }).fill(site.name)
    await this.site.getByRole('textbox', { name: /^Code/ }).fill(site.code)
    await this.administrator.getByRole('textbox', { name: /^Name/ }).fill(person.displayName)
    await this.administrator.getByRole('textbox', { name: /^User name/ }).fill(person.username)
    await this.administrator.getByRole('textbox', { name: /^Password/ }).fill(person.password)
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: /Create and sign in/ }).click()
  }
}
