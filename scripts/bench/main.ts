/**
 * Runs the benchmarks: every module of this folder that exports `bench(emit)`, or the one named. Each figure is one JSON
 * line on standard output, progress goes to standard error. A missed goal is a figure, not a failure: the exit code is 1
 * only when something could not be measured, 2 for a name that does not exist.
 */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Bench, Figure } from './figure.ts'

const help = `Usage: npm run bench [-- NAME]

Measures and prints one JSON line per figure: name, value, unit, and where they apply ratio, against, goal, ok.
`

function listNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !['main.ts', 'figure.ts'].includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** Loads a benchmark, or null for a module of the folder that is none (what benchmarks share). */
async function loadBench(name: string): Promise<Bench | null> {
  const module: { bench?: unknown } = await import(pathToFileURL(`${import.meta.dirname}/${name}.ts`).href)
  return typeof module.bench === 'function' ? (module.bench as Bench) : null
}

function emit(figure: Figure): void {
  if (!Number.isFinite(figure.value)) throw new Error(`The figure ${figure.name} is not a number.`)
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

/** What became of one benchmark; `shared` is a module that holds none. */
type Outcome = 'measured' | 'failed' | 'shared'

async function measure(name: string): Promise<Outcome> {
  try {
    const bench = await loadBench(name)
    if (bench === null) return 'shared'
    process.stderr.write(`Measuring ${name}.\n`)
    await bench(emit)
    return 'measured'
  } catch (error) {
    process.stderr.write(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`)
    return 'failed'
  }
}

function refuseName(args: string[]): number {
  process.stderr.write(`There is no benchmark "${args.join(' ')}" in scripts/bench.\n`)
  return 2
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const names = listNames()
  const [wanted, ...rest] = args
  if (rest.length > 0 || (wanted !== undefined && !names.includes(wanted))) return refuseName(args)
  const outcomes: Outcome[] = []
  // One after the other: figures taken side by side would measure each other.
  for (const name of wanted === undefined ? names : [wanted]) outcomes.push(await measure(name))
  if (wanted !== undefined && outcomes[0] === 'shared') return refuseName(args)
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length
  process.stderr.write(`Benchmarks: ${count('measured')} measured, ${count('failed')} could not measure.\n`)
  return count('failed') === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
