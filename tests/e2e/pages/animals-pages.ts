import type { Page } from 'playwright'

/** The register, the import and an animal's own page. */
export function animalsPages(page: Page, address: string) {
  const rows = () => page.getByRole('row')
  return {
    async importFile(file: string, rowCount: number): Promise<void> {
      await page.goto(`${address}/animals/import`)
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('combobox', { name: 'Species' }).click()
      await page.getByRole('option', { name: 'Cattle', exact: true }).click()
      await page.getByRole('button', { name: `Check ${rowCount} rows` }).click()
      await page.getByRole('button', { name: `Import ${rowCount} rows` }).click()
      await page.getByText(`${rowCount} records were written.`).waitFor()
    },
    async openRegister(): Promise<void> {
      await page.goto(`${address}/animals`)
      await rows().nth(1).waitFor()
    },
    /** Texts of the register's rows, its head left out, without the marks that keep numbers left to right. */
    async rowTexts(): Promise<string[]> {
      const texts = await rows().allInnerTexts()
      return texts.slice(1).map((text) =>
        text
          .replaceAll(/[\u2066-\u2069]/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
    },
    async openAnimal(name: string): Promise<void> {
      await rows().filter({ hasText: name }).first().click()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/animals\/[0-9a-f-]{36}/)
    },
    async openPedigree(): Promise<void> {
      await page.goto(`${page.url().split('?')[0]}/pedigree`)
      await page.getByRole('main').waitFor()
    },
  }
}
