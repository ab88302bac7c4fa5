import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensurePage } from './fresh-build.mjs'
import { inProject, projectRoot, say } from './project.mjs'
import { run } from './run.mjs'

const reportFile = 'test-results/vitest.json'

/** More names than this would hide the last line they lead to. */
const namedSkips = 40

/**
 * Runs vitest with everything the tests need (Chromium, the built page), then names what was skipped and closes with
 * one plain line of counts. The exit code is vitest's.
 */
export async function runTests(node, env, args) {
  const chromium = await ensureChromium(node, env)
  await ensurePage(node, env)
  rmSync(inProject(reportFile), { force: true })
  const vitest = inProject('node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const code = await run(node, [vitest, 'run', ...reporters, ...args], {
    env: { ...env, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
  })
  if (!existsSync(inProject(reportFile))) {
    say('vitest ended before it could report (see above).')
    return code === 0 ? 1 : code
  }
  const counts = countTests(JSON.parse(readFileSync(inProject(reportFile), 'utf8')))
  for (const skipped of counts.skippedNames.slice(0, namedSkips)) console.log(`skipped: ${skipped}`)
  if (counts.skippedNames.length > namedSkips) console.log(`skipped: ${counts.skippedNames.length - namedSkips} more`)
  if (code !== 0 && counts.failed === 0) console.log('vitest failed outside of the tests (see above).')
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return code
}

/** Counts a report of vitest. A file that could not even be loaded has no tests and counts as one failure. */
export function countTests(report) {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: file.name })),
  )
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status))
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloadable.length,
    skipped: skipped.length,
    skippedNames: skipped.map((test) => `${relative(projectRoot, test.file)}: ${test.fullName}`),
  }
}
