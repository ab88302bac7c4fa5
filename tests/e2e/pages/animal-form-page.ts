import type { Page } from 'playwright'

/** The form of a new animal, with the panel that checks it while it is filled. */
export function animalFormPage(page: Page, address: string) {
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  async function pick(label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label, exact: true }).fill(option)
    await page
      .getByRole('option', { name: new RegExp(option) })
      .first()
      .click()
  }
  return {
    async open(): Promise<void> {
      await page.goto(`${address}/animals/new`)
      await page.getByRole('heading', { level: 1, name: 'New animal' }).waitFor()
    },
    pick,
    chooseSex: (sex: string) => page.getByText(sex, { exact: true }).first().click(),
    fill: (label: string, text: string) => field(label).fill(text),
    /** Types a number as a scanner does: fast, with Enter at the end. */
    async scanIdentifier(number: string): Promise<void> {
      await page.getByRole('button', { name: 'Add identifier' }).click()
      await field('Number required').focus()
      await page.keyboard.type(number)
      await page.keyboard.press('Enter')
    },
    scheme: () => page.getByRole('combobox', { name: 'Scheme required' }).inputValue(),
    correctIdentifier: (number: string) => field('Number required').fill(number),
    sentence: (text: string) => page.getByText(text),
    check: () => page.getByRole('complementary').getByRole('status'),
    send: () => page.keyboard.press('Control+Enter'),
    errors: () => page.getByRole('alert').getByRole('link').allInnerTexts(),
  }
}
