import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLayers, type LayerFinding } from '../../scripts/check/layers.ts'

const projectRoot = resolve(import.meta.dirname, '../..')

interface PlantedViolation {
  rule: string
  file: string
  imports: string
}

/** One forbidden import per rule of .dependency-cruiser.cjs; rules come from architecture.md 3 and style.md 4. */
const violations: PlantedViolation[] = [
  { rule: 'no-cycles', file: 'src/core/areas/genomics/loop-a.ts', imports: './loop-b.ts' },
  { rule: 'core-knows-no-other-layer', file: 'src/core/kernel/reach-out.ts', imports: '../../node/store/engine.ts' },
  { rule: 'core-knows-no-platform', file: 'src/core/kernel/read-disk.ts', imports: 'node:fs' },
  { rule: 'core-uses-two-packages', file: 'src/core/kernel/with-fastify.ts', imports: 'fastify' },
  { rule: 'node-knows-only-core', file: 'src/node/store/serve.ts', imports: '../../server/http.ts' },
  { rule: 'main-knows-only-core-and-node', file: 'src/main/station/serve-hq.ts', imports: '../../server/http.ts' },
  { rule: 'station-knows-no-electron-shell', file: 'src/main/station/open.ts', imports: '../electron/window.ts' },
  {
    rule: 'electron-shell-starts-station-as-process',
    file: 'src/main/electron/inline-station.ts',
    imports: '../station/compose.ts',
  },
  { rule: 'electron-only-in-its-folder', file: 'src/main/station/dialog.ts', imports: 'electron' },
  { rule: 'server-knows-only-core-and-node', file: 'src/server/station.ts', imports: '../main/station/compose.ts' },
  { rule: 'renderer-knows-only-core', file: 'src/renderer/lib/database.ts', imports: '../../node/store/engine.ts' },
  { rule: 'renderer-knows-no-node', file: 'src/renderer/lib/path.ts', imports: 'node:path' },
  { rule: 'preload-knows-nothing-of-ours', file: 'src/preload/logic.ts', imports: '../core/kernel/clock.ts' },
  { rule: 'areas-keep-apart', file: 'src/node/areas/animals/animals.service.ts', imports: '../biobank/straw.ts' },
  { rule: 'areas-keep-apart', file: 'src/renderer/areas/animals/list.tsx', imports: '../biobank/straw.ts' },
  { rule: 'ui-knows-no-domain', file: 'src/renderer/ui/grid.ts', imports: '../areas/biobank/straw.ts' },
  { rule: 'ui-knows-no-domain', file: 'src/renderer/ui/label.ts', imports: '../../core/areas/animals/animal.ts' },
  { rule: 'no-tests-in-product', file: 'src/server/fake.ts', imports: '../../tests/support/a-sample.ts' },
  { rule: 'no-development-packages-in-product', file: 'src/server/probe.ts', imports: 'fast-check' },
  { rule: 'no-unknown-imports', file: 'src/server/missing.ts', imports: './nowhere.ts' },
]

/** What the planted files point to, and imports that the rules allow. */
const allowedTree: Record<string, string> = {
  'src/core/kernel/clock.ts': "import { z } from 'zod'\nexport const clock = z.string()\n",
  'src/core/areas/animals/animal.ts': "import { clock } from '../../kernel/clock.ts'\nexport const animal = clock\n",
  'src/core/areas/biobank/straw-of.ts':
    "import { animal } from '../animals/animal.ts'\nexport const strawOf = animal\n",
  'src/node/store/engine.ts':
    "import { readFileSync } from 'node:fs'\nimport { clock } from '../../core/kernel/clock.ts'\nexport const engine = [clock, readFileSync]\n",
  'src/node/areas/biobank/straw.ts': "import { engine } from '../../store/engine.ts'\nexport const straw = engine\n",
  'src/main/station/compose.ts':
    "import { straw } from '../../node/areas/biobank/straw.ts'\nexport const compose = straw\n",
  'src/main/electron/station-messages.ts': "export interface Connect {\n  type: 'connect'\n}\n",
  'src/main/station/electron-entry.ts':
    "import type { Connect } from '../electron/station-messages.ts'\nexport const connect: Connect = { type: 'connect' }\n",
  'src/main/electron/window.ts': "import { app } from 'electron'\nexport const window = app\n",
  'src/preload/index.ts': "import { ipcRenderer } from 'electron'\nexport const port = ipcRenderer\n",
  'src/server/http.ts': "import fastify from 'fastify'\nexport const http = fastify\n",
  'src/renderer/areas/biobank/straw.ts':
    "import { animal } from '../../../core/areas/animals/animal.ts'\nexport const straw = animal\n",
  'src/renderer/app/screen.tsx':
    "import { straw } from '../areas/biobank/straw.ts'\nexport const screen = <b title={String(straw)}>straw</b>\n",
  'scripts/start.mjs': "import 'node:fs'\n",
  'tests/support/a-sample.ts':
    "import { straw } from '../../src/node/areas/biobank/straw.ts'\nexport const a = straw\n",
}

function plantTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'layer-rules-'))
  cpSync(join(projectRoot, '.dependency-cruiser.cjs'), join(root, '.dependency-cruiser.cjs'))
  cpSync(join(projectRoot, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

describe('layer rules', () => {
  const roots: string[] = []
  let found: LayerFinding[]

  function plant(files: Record<string, string>): string {
    const root = plantTree(files)
    roots.push(root)
    return root
  }

  beforeAll(async () => {
    const files: Record<string, string> = {
      ...allowedTree,
      'src/core/areas/genomics/loop-b.ts':
        "import type { value } from './loop-a.ts'\nexport type Back = typeof value\n",
      // A type is knowledge too: this import leaves no trace in the compiled program.
      'src/renderer/lib/type-only.ts':
        "import type { engine } from '../../node/store/engine.ts'\nexport type Engine = typeof engine\n",
    }
    for (const { file, imports } of violations) {
      files[file] = `import * as found from '${imports}'\nexport const value = found\n`
    }
    found = await checkLayers(plant(files))
  })

  afterAll(() => {
    for (const root of roots) rmSync(root, { recursive: true, force: true })
  })

  function rulesBrokenBy(file: string): string[] {
    return found.filter(({ path }) => path[0] === file).map(({ rule }) => rule)
  }

  test.each(violations)('$rule reports $file importing $imports', ({ rule, file }) => {
    expect(rulesBrokenBy(file)).toContain(rule)
  })

  test('reports a forbidden import of a type alone', () => {
    expect(rulesBrokenBy('src/renderer/lib/type-only.ts')).toEqual(['renderer-knows-only-core'])
  })

  test('plants at least one violation of every rule there is', () => {
    const load = createRequire(import.meta.url)
    const config: { forbidden: { name: string }[] } = load('../../.dependency-cruiser.cjs')
    const names = config.forbidden.map((rule) => rule.name)
    expect([...new Set(violations.map((violation) => violation.rule))].sort()).toEqual(names.sort())
  })

  test('accepts a tree that keeps the layers', async () => {
    expect(await checkLayers(plant(allowedTree))).toEqual([])
  })

  test('reports files it could not read instead of passing them', async () => {
    const root = plant(allowedTree)
    // Stands for a tool that reads no TypeScript (as with TypeScript 7 alone): nothing of core is cruised.
    writeFileSync(join(root, '.dependency-cruiser.cjs'), "module.exports = { options: { exclude: '^src/core' } }\n")
    expect(await checkLayers(root)).toEqual([
      { rule: 'not-read', path: ['src/core/areas/animals/animal.ts'] },
      { rule: 'not-read', path: ['src/core/areas/biobank/straw-of.ts'] },
      { rule: 'not-read', path: ['src/core/kernel/clock.ts'] },
    ])
  })
})
