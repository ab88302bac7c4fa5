/**
 * `npm run check`: everything that can be said about the code without running it. All steps run even when one fails, so
 * that one look shows all there is to mend; each says in one line how it went.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkLayers } from './layers.ts'
import { runTool } from './run-tool.ts'
import { checkSources } from './source-rules.ts'

const root = resolve(import.meta.dirname, '../..')

const help = `Usage: npm run check [-- --fix]

Types, lint and format, layers, dead code, source rules. --fix formats and repairs what Biome can repair safely.
`

interface Step {
  name: string
  /** Returns what is wrong, empty when nothing is. */
  act(fix: boolean): Promise<string>
}

function types(project: string): Step {
  return {
    name: `types of ${project}`,
    act: () => complaint('typescript', 'tsc', ['-p', `tsconfig.${project}.json`, '--noEmit', '--pretty', 'false']),
  }
}

const steps: Step[] = [
  ...['core', 'node', 'renderer', 'electron', 'e2e'].map(types),
  {
    name: 'lint and format',
    act: (fix) => {
      const options = ['--max-diagnostics=60', '--diagnostic-level=warn', '--error-on-warnings', '--colors=off']
      return complaint('@biomejs/biome', 'biome', ['check', ...options, ...(fix ? ['--write'] : [])])
    },
  },
  {
    name: 'layers',
    act: async () => (await checkLayers(root)).map(({ rule, path }) => `${rule}: ${path.join(' -> ')}`).join('\n'),
  },
  { name: 'dead code', act: () => complaint('knip', 'knip', ['--no-progress']) },
  {
    name: 'source rules',
    act: async () =>
      checkSources(root)
        .map(({ file, line, sentence }) => `${file}${line === null ? '' : `:${line}`}  ${sentence}`)
        .join('\n'),
  },
]

/** Runs a package's program and returns its output when it fails. */
async function complaint(packageName: string, program: string, args: string[]): Promise<string> {
  const folder = join(root, 'node_modules', packageName)
  const manifest: { bin: Record<string, string> } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { code, output } = await runTool([join(folder, manifest.bin[program] ?? program), ...args], root)
  return code === 0 ? '' : output.trim() || `${program} ended with code ${code} and said nothing.`
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.filter((argument) => argument !== '--fix')
  if (unknown.length > 0) {
    process.stderr.write(`check does not know ${unknown.join(' ')}.\n\n${help}`)
    return 2
  }
  const failed: string[] = []
  for (const step of steps) {
    const started = performance.now()
    // A tool that could not run at all is a failed step like any other; the steps behind it still run.
    const wrong = await step.act(args.includes('--fix')).catch((error: unknown) => String(error))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${wrong === '' ? 'ok    ' : 'failed'}  ${step.name} (${seconds} s)`)
    if (wrong !== '') {
      console.log(wrong.replace(/^/gm, '        '))
      failed.push(step.name)
    }
  }
  console.log(failed.length === 0 ? '\nEverything checked is in order.' : `\nTo mend: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
