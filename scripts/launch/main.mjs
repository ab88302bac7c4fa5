import { ensureChromium } from './chromium.mjs'
import { startApp } from './desktop.mjs'
import { buildAll, ensurePage } from './fresh-build.mjs'
import { ensureInstalled } from './install.mjs'
import { asInProduction, findNode, nodeEnvironment } from './node-runtime.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { runTests } from './test-run.mjs'

/** A program of the project, run as it is. */
function program(file) {
  return (node, env, args) => run(node, [inProject(file), ...args], { env })
}

/** A program that serves the screens, so they are built before it starts. */
function servingProgram(file) {
  return async (node, env, args) => {
    if (!wantsHelp(args)) await ensurePage(node, env)
    return await run(node, [inProject(file), ...args], { env: asInProduction(env) })
  }
}

async function build(node, env) {
  await buildAll(node, env)
  return 0
}

async function watchTests(node, env, args) {
  const chromium = await ensureChromium(node, env)
  const browser = chromium ? { CHROMIUM_PATH: chromium } : {}
  return await run(node, [inProject('node_modules/vitest/vitest.mjs'), 'watch', ...args], {
    env: { ...env, ...browser },
  })
}

/** Every command: what `--help` says of it, and what it does with the Node 24, its environment and the arguments. */
const commands = {
  start: { about: 'open the desktop app, or station mode where there is no Electron or display', act: startApp },
  station: {
    about: 'one bench, headless: --data DIR --port N [--hq URL] [--demo]',
    act: servingProgram('src/main/station/main.ts'),
  },
  hq: {
    about: 'headquarters: --data DIR --port N; DATABASE_URL selects PostgreSQL',
    act: servingProgram('src/server/main.ts'),
  },
  demo: { about: 'HQ and two benches with simulated devices and demo data', act: servingProgram('scripts/demo.ts') },
  test: { about: 'every test that needs no hardware; arguments go to vitest', act: runTests },
  'test:watch': { about: 'tests again whenever a file changes', act: watchTests },
  'test:e2e': {
    about: 'the browser journeys only',
    act: (node, env, args) => runTests(node, env, ['--project', 'e2e', ...args]),
  },
  check: { about: 'types, lint, format, layers, dead code', act: program('scripts/check/main.ts') },
  bench: { about: 'benchmarks, or the one named; a JSON line per figure', act: program('scripts/bench/main.ts') },
  dev: {
    about: 'a station and the screens, both reloading while you edit',
    act: program('scripts/launch/dev-server.mjs'),
  },
  build: { about: 'build the screens and the desktop app into dist/', act: build },
  'new:migration': {
    about: 'draft the next migration from the tables: NAME',
    act: program('scripts/new-migration.ts'),
  },
}

/** Commands that start programs of their own, which answer `--help` themselves. */
const answersHelpItself = new Set(['station', 'hq', 'demo', 'check', 'bench', 'new:migration'])

function wantsHelp(args) {
  return args.includes('--help') || args.includes('-h')
}

function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
  return `Usage: npm run COMMAND -- [arguments]   (npm start and npm test for short)\n\n${lines.join('\n')}\n`
}

/** Runs one command of the project and resolves to the exit code: 0, 1 failed, 2 wrong usage. */
export async function main([name, ...args]) {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  if (wantsHelp(args) && !answersHelpItself.has(name)) {
    process.stdout.write(`npm run ${name}: ${command.about}\n`)
    return 0
  }
  await ensureInstalled()
  const node = findNode()
  return await command.act(node, nodeEnvironment(node), args)
}
