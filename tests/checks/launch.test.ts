import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countTests } from '../../scripts/launch/test-run.mjs'

const projectRoot = resolve(import.meta.dirname, '../..')

function launch(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/launch.mjs'), ...args], { cwd: projectRoot })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
  })
}

// architecture.md 7: `--help` works everywhere; exit codes are 0, 1 (failed), 2 (wrong usage).
describe('the launcher', () => {
  test.each(['--help', 'help'])('lists its commands for %s', async (argument) => {
    const { code, out } = await launch(argument)
    expect({
      code,
      listed: ['start', 'test', 'demo', 'station', 'hq', 'check', 'bench'].filter((name) => out.includes(`  ${name} `)),
    }).toEqual({
      code: 0,
      listed: ['start', 'test', 'demo', 'station', 'hq', 'check', 'bench'],
    })
  })

  test.each(['start', 'test', 'build', 'dev', 'check', 'bench'])('explains %s without doing it', async (name) => {
    const { code, out } = await launch(name, '--help')
    expect({ code, explained: out.includes(name) }).toEqual({ code: 0, explained: true })
  })

  const refused = [['fly'], ['constructor'], [], ['check', '--everything'], ['bench', 'nothing-like-it']]
  test.each(refused.map((args) => ({ args })))('refuses $args as wrong usage', async ({ args }) => {
    expect((await launch(...args)).code).toBe(2)
  })
})

describe('the last line of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: join(projectRoot, 'tests/a.test.ts'),
    status,
    assertionResults: tests.map((each, index) => ({ status: each, fullName: `case ${index + 1}` })),
  })

  test('counts passed, failed and skipped tests and names the skipped ones', () => {
    const report = {
      testResults: [file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed', 'pending', 'todo')],
    }
    expect(countTests(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 3,
      skippedNames: ['tests/a.test.ts: case 3', 'tests/a.test.ts: case 2', 'tests/a.test.ts: case 3'],
    })
  })

  test('counts a file that could not be loaded as a failure', () => {
    expect(countTests({ testResults: [file('failed')] })).toMatchObject({ passed: 0, failed: 1 })
  })
})
