import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './source-files.ts'

/** One broken rule: where, and what to do instead. */
export interface Finding {
  file: string
  line: number | null
  sentence: string
}

/** Names that tell nothing: what is in such a file ends up anywhere (style.md 5). Entries of processes have theirs by convention. */
const emptyNames = /\/(utils?|helpers?|common|types|misc|data|info|manager|handler|index)\.[tj]sx?$/
const namedByConvention = ['src/main/electron/index.ts', 'src/preload/index.ts']

interface LineRule {
  pattern: RegExp
  sentence: string
}

const lineRules: LineRule[] = [
  {
    pattern: /\b(TODO|FIXME|XXX)\b(?!.*#\d)/,
    sentence: 'Name the issue (#12) beside the TODO, or do it.',
  },
  {
    pattern: /\b(test|it|describe)\.skip\(\s*['"`]|\bx(it|test|describe)\(/,
    sentence: 'A skipped test tests nothing. Remove it, or skip by a condition whose reason is in its name (skipIf).',
  },
  {
    pattern: /@ts-(nocheck|expect-error\s*$)/,
    sentence: 'Say behind @ts-expect-error why the error is expected; @ts-nocheck is not used.',
  },
]

/** Checks what neither the compiler nor Biome can say: empty file names, orphaned TODOs, skipped tests, foreign hosts. */
export function checkSources(root: string): Finding[] {
  const files = ['src', 'tests', 'scripts'].flatMap((folder) => listFiles(root, folder))
  const code = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && file !== 'scripts/check/source-rules.ts')
  return [
    ...code.flatMap((file) => checkName(file)),
    ...code.flatMap((file) => checkLines(root, file)),
    ...checkLock(root),
  ]
}

function checkName(file: string): Finding[] {
  if (!emptyNames.test(`/${file}`) || namedByConvention.includes(file)) return []
  return [{ file, line: null, sentence: 'Name the file after the one thing it exports.' }]
}

function checkLines(root: string, file: string): Finding[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  return lines.flatMap((text, index) =>
    lineRules
      .filter((rule) => rule.pattern.test(text))
      .map((rule) => ({ file, line: index + 1, sentence: rule.sentence })),
  )
}

/** The lock file names no host at all: one written behind a mirror would name that mirror and fail everywhere else. */
function checkLock(root: string): Finding[] {
  const file = 'package-lock.json'
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  return lines.flatMap((text, index) => {
    const host = /"resolved": "https?:\/\/([^/"]+)/.exec(text)?.[1]
    if (host === undefined) return []
    return [{ file, line: index + 1, sentence: `The lock file names the host ${host}; write it without addresses.` }]
  })
}
