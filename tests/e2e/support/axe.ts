/** Accessibility of what is on screen now, judged by axe-core against WCAG 2.2 AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Gives one line per violation: rule, what is wrong, and the first elements. Empty when there is none. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const options = JSON.stringify({ runOnly: { type: 'tag', values: tags } })
  const results = await page.evaluate<AxeResults>(`axe.run(${options})`)
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} at ${violation.nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`)
        .join(' | ')}`,
  )
}
