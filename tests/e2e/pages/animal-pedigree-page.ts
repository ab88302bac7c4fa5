import type { Page } from 'playwright'

/** The pedigree of an animal and the matings planned beside it. */
export function animalPedigreePage(page: Page, address: string) {
  const tree = () => page.getByRole('group', { name: /^Pedigree\./ })
  return {
    tree,
    async open(id: string): Promise<void> {
      await page.goto(`${address}/animals/${id}/pedigree`)
      await tree().waitFor()
    },
    /** The left edge of a place in the tree, px; places are numbered as ancestors are (2n the sire of n). */
    async leftOf(place: number): Promise<number> {
      const box = await tree().locator(`[data-place="${place}"]`).boundingBox()
      return box?.x ?? Number.NaN
    },
    focusAnimal: () => tree().locator('[data-place="1"]').focus(),
    focusedPlace: () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null),
    async compareSires(): Promise<string[]> {
      await page.getByRole('button', { name: /^Compare all/ }).click()
      const mates = page.getByRole('radiogroup').getByRole('radio')
      await mates.first().waitFor()
      await page.getByRole('img', { name: /^Expected inbreeding/ }).waitFor()
      return page.getByRole('radiogroup').locator('label').allInnerTexts()
    },
  }
}
