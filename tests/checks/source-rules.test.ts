import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { runTool } from '../../scripts/check/run-tool.ts'
import { checkSources } from '../../scripts/check/source-rules.ts'

const projectRoot = resolve(import.meta.dirname, '../..')
const roots: string[] = []

/** Written in two parts, or this file would break the rule it plants. */
const todo = ['TO', 'DO'].join('')

function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'source-rules-'))
  roots.push(root)
  const needed = { 'src/a.ts': '', 'tests/a.ts': '', 'scripts/a.ts': '', 'package-lock.json': '{}' }
  for (const [file, text] of Object.entries({ ...needed, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

describe('lint', () => {
  async function diagnosticsOf(file: string, text: string): Promise<string> {
    const root = plant({ [file]: text })
    for (const config of ['biome.json', 'scripts/check/no-ambient-input.grit', '.gitignore', 'package.json']) {
      mkdirSync(dirname(join(root, config)), { recursive: true })
      cpSync(join(projectRoot, config), join(root, config))
    }
    const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome')
    return (await runTool([biome, 'lint', '--colors=off', '--vcs-enabled=false', 'src'], root)).output
  }

  // style.md 4 (lint), 5 (names) and 6 (no clock or random calls outside the ports).
  const violations: { name: string; file: string; text: string; rule: string }[] = [
    {
      name: 'a random number in core',
      file: 'src/core/a.ts',
      text: 'export const a = Math.random()\n',
      rule: ' plugin ',
    },
    { name: 'the time of day in core', file: 'src/core/a.ts', text: 'export const a = Date.now()\n', rule: ' plugin ' },
    {
      name: 'the date of today in node',
      file: 'src/node/a.ts',
      text: 'export const a = new Date()\n',
      rule: ' plugin ',
    },
    { name: 'a default export', file: 'src/core/a.ts', text: 'export default 5\n', rule: 'noDefaultExport' },
    { name: 'a barrel', file: 'src/core/all.ts', text: "export * from './a.ts'\n", rule: 'noReExportAll' },
    { name: 'console', file: 'src/server/a.ts', text: 'console.log(1)\n', rule: 'noConsole' },
    { name: 'any', file: 'src/core/a.ts', text: 'export const a: any = 5\n', rule: 'noExplicitAny' },
    {
      name: 'a name in camel case',
      file: 'src/core/someThing.ts',
      text: 'export const a = 1\n',
      rule: 'useFilenamingConvention',
    },
    {
      name: 'a file of 601 lines',
      file: 'src/core/a.ts',
      text: 'export {}\n'.repeat(601),
      rule: 'noExcessiveLinesPerFile',
    },
    {
      name: 'an import without its extension',
      file: 'src/core/b.ts',
      text: "import '../a'\n",
      rule: 'useImportExtensions',
    },
    {
      name: 'a promise nobody waits for',
      file: 'src/core/a.ts',
      text: 'async function save(): Promise<number> {\n  return 1\n}\nexport function act(): void {\n  save()\n}\n',
      rule: 'noFloatingPromises',
    },
    {
      name: 'a switch that forgets a case',
      file: 'src/core/a.ts',
      text: "export function a(sex: 'female' | 'male'): void {\n  switch (sex) {\n    case 'male':\n      return\n  }\n}\n",
      rule: 'useExhaustiveSwitchCases',
    },
  ]
  test.each(violations)('reports $name', async ({ file, text, rule }) => {
    expect(await diagnosticsOf(file, text)).toContain(rule)
  })

  test('accepts a date made from a given instant', async () => {
    expect(await diagnosticsOf('src/core/a.ts', 'export const a = new Date(0)\n')).toContain('No fixes applied')
  })
})

describe('source rules', () => {
  const cases: { name: string; files: Record<string, string>; found: string[] }[] = [
    { name: 'nothing in a clean tree', files: { 'src/core/kernel/clock.ts': 'export const a = 1\n' }, found: [] },
    { name: 'a file name that tells nothing', files: { 'src/core/utils.ts': '' }, found: ['src/core/utils.ts:'] },
    { name: 'a barrel by name', files: { 'src/core/index.ts': '' }, found: ['src/core/index.ts:'] },
    {
      name: 'only an unfinished note without an issue',
      files: { 'src/a.ts': `// ${todo} later\n// ${todo} (#12) later\n` },
      found: ['src/a.ts:1'],
    },
    {
      name: 'a test skipped for good',
      files: { 'tests/a.ts': `\n${'test'}.skip('x', () => {})\n` },
      found: ['tests/a.ts:2'],
    },
    {
      name: 'a host in the lock file',
      files: {
        'package-lock.json': '{\n"version": "1.0.0",\n"resolved": "http://mirror.example/a/-/a-1.tgz"\n}',
      },
      found: ['package-lock.json:3'],
    },
  ]
  test.each(cases)('report $name', ({ files, found }) => {
    expect(checkSources(plant(files)).map(({ file, line }) => `${file}:${line ?? ''}`)).toEqual(found)
  })
})
