import type { Page } from 'playwright'

/** The list of customers, the form, the page of one customer, and the list of follow-ups. */
export function customersPages(page: Page, address: string) {
  const dialog = () => page.getByRole('dialog')
  return {
    async openList(): Promise<void> {
      await page.goto(`${address}/customers`)
      await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor()
    },
    async openForm(): Promise<void> {
      await page.goto(`${address}/customers/new`)
      await page.getByRole('textbox', { name: 'Name required' }).waitFor()
    },
    async fill(fields: Readonly<Record<string, string>>): Promise<void> {
      for (const [label, text] of Object.entries(fields))
        await page.getByRole('textbox', { name: label, exact: true }).fill(text)
    },
    send: () => page.keyboard.press('Control+Enter'),
    errors: () => page.getByRole('alert').getByRole('link').allInnerTexts(),
    warning: () => page.getByText('This customer may exist already'),
    async opened(name: string): Promise<void> {
      await page.getByRole('heading', { level: 1, name }).waitFor()
    },
    async addContact(fields: Readonly<Record<string, string>>): Promise<void> {
      await page.getByRole('button', { name: 'Add contact' }).click()
      await this.fill(fields)
      await this.send()
      await page.getByRole('button', { name: 'Add contact' }).waitFor()
    },
    async log(fields: Readonly<Record<string, string>>): Promise<void> {
      await page.getByRole('button', { name: /^Record interaction/ }).click()
      await this.fill(fields)
      await this.send()
      await page.getByRole('button', { name: /^Record interaction/ }).waitFor()
    },
    async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
      await page.getByRole('tab', { name: 'Documents' }).click()
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: file.name, exact: true }).waitFor()
    },
    async archive(): Promise<string> {
      await page.getByRole('button', { name: 'More for this customer' }).click()
      await page.getByRole('menuitem', { name: 'Archive' }).click()
      await dialog().waitFor()
      return dialog().innerText()
    },
    cancel: () => dialog().getByRole('button', { name: 'Cancel' }).click(),
    async openFollowUps(): Promise<void> {
      await page.goto(`${address}/customers/follow-ups`)
      await page.getByRole('row').nth(1).waitFor()
    },
    /** Texts of the rows of a list, its head left out. */
    async rowTexts(): Promise<string[]> {
      const texts = await page.getByRole('row').allInnerTexts()
      return texts.slice(1).map((text) => text.replaceAll(/\s+/g, ' ').trim())
    },
    async finishFirst(outcome: string): Promise<void> {
      await page.getByRole('row').nth(1).click()
      await page.getByRole('button', { name: /^Done/ }).click()
      await dialog().getByRole('textbox', { name: 'Outcome' }).fill(outcome)
      await this.send()
      await dialog().waitFor({ state: 'detached' })
    },
  }
}
