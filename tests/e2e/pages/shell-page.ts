import type { Locator, Page } from 'playwright'

/** The frame around every screen. */
export class ShellPage {
  readonly page: Page
  readonly rail: Locator
  readonly top: Locator
  readonly heading: Locator
  readonly toasts: Locator

  constructor(page: Page) {
    this.page = page
    this.rail = page.getByRole('navigation', { name: /^(Main|الرئيسية|التنقل)/ })
    this.top = page.getByRole('banner').first()
    this.heading = page.getByRole('heading', { level: 1 })
    this.toasts = page.getByRole('region', { name: /^(Notifications|Messages|الإشعارات|الرسائل)/ })
  }

  /** Opens the menu of the person and picks an entry. */
  async userMenu(entry: string): Promise<void> {
    await this.top.getByRole('button').last().click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+l')
  }

  /** Opens the palette, types and runs the first answer that reads so. */
  async palette(text: string, answer: string | RegExp): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('dialog').getByRole('combobox').fill(text)
    await this.page.getByRole('option', { name: answer }).first().click()
  }
}
