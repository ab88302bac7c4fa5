import { join } from 'node:path'
import { runTool } from './run-tool.ts'
import { isProductCode, listFiles } from './source-files.ts'

interface CruiseReport {
  summary: {
    violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[]
  }
  modules: { source: string }[]
}

/** An import that a rule of .dependency-cruiser.cjs forbids: from the first file of `path` to the second, and so on round a cycle. */
export interface LayerFinding {
  rule: string
  path: string[]
}

/**
 * Checks the imports of the tree at `root` against its .dependency-cruiser.cjs. Returns what breaks a rule, empty when
 * all is well. Source files that were not read are findings too (`not-read`): without @swc/core the tool reads no
 * TypeScript, and is content. Throws when the tool gives no report.
 */
export async function checkLayers(root: string): Promise<LayerFinding[]> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const reader = ['--import', join(import.meta.dirname, 'read-tsx.mjs')]
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'tests', 'scripts']
  const { output, standardOutput } = await runTool([...reader, tool, ...args], root)
  // The exit code is the number of violations; only a report that cannot be read means the tool failed.
  if (!standardOutput.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${output.trim()}`)
  const report = JSON.parse(standardOutput) as CruiseReport
  const read = new Set(report.modules.map((module) => module.source))
  const unread = listFiles(root, 'src').filter((file) => isProductCode(file) && !read.has(file))
  return [
    ...report.summary.violations.map(({ from, to, rule, cycle }) => ({
      rule: rule.name,
      path: cycle ? [from, ...cycle.map((module) => module.name)] : [from, to],
    })),
    ...unread.map((file) => ({ rule: 'not-read', path: [file] })),
  ]
}
