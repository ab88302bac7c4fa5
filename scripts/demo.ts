/**
 * HQ on embedded PGlite and two benches on this machine, each with demo data in a folder of its own. Each is a process, as
 * in the field, so that one can be stopped, and killed, without the others.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { demoPassword, demoPeople } from '../src/node/demo/demo-people.ts'
import { builtScreens, portOf, runProgram, stopOnSignals, UsageError } from '../src/node/runtime/program.ts'

const usage = `HQ and two benches on this machine, filled with demo data.

  npm run demo -- [--port N] [--data DIR] [--fresh]

  --port N    first of three ports: HQ, bench A, bench B (default: 4800)
  --data DIR  folder of their data (default: .data/demo)
  --fresh     deletes what is there and fills it anew
  --help      shows this

Ctrl+C stops all three.
`

const nodes = [
  { kind: 'hq', folder: 'hq', title: 'HQ' },
  { kind: 'station', folder: 'bench-a', title: 'Bench A' },
  { kind: 'station', folder: 'bench-b', title: 'Bench B' },
] as const

type DemoNode = (typeof nodes)[number] & { readonly port: number }

/** What a node's process says to this one. */
export type NodeMessage =
  | { readonly kind: 'says'; readonly sentence: string }
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'failed'; readonly sentence: string }

const highestFirstPort = 65_535 - nodes.length + 1

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4800' },
      data: { type: 'string', default: join('.data', 'demo') },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const first = portOf(values.port)
  if (first === 0 || first > highestFirstPort)
    throw new UsageError(`--port takes a number from 1 to ${highestFirstPort}, not ${values.port}`)
  const planned = nodes.map((node, index): DemoNode => ({ ...node, port: first + index }))
  for (const { port } of planned) await requireFreePort(port)
  const data = resolve(values.data)
  if (values.fresh && existsSync(data)) {
    say('Deleting the old demo data.')
    rmSync(data, { recursive: true })
  }
  if (builtScreens() === null) say('The screens were not built, so the addresses below offer the API only.')
  const children: ChildProcess[] = []
  const stop = () => Promise.all(children.map(stopChild)).then(() => undefined)
  stopOnSignals(stop)
  try {
    const addresses = await Promise.all(planned.map((node) => start(node, data, children)))
    say(table(planned.map((node, index) => [node.title, addresses[index] as string])))
    watch(children, planned)
  } catch (error) {
    await stop()
    throw error
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function requireFreePort(port: number): Promise<void> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Choose three free ones in a row with --port.`
          : error.message
      reject(new Error(sentence))
    })
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolvePort()))
  })
}

/** Starts one node and resolves with its address once it is filled and answers. */
function start(node: DemoNode, data: string, children: ChildProcess[]): Promise<string> {
  const child = fork(
    join(import.meta.dirname, 'demo-node.ts'),
    [node.kind, join(data, node.folder), String(node.port)],
    {
      // Ctrl+C reaches the whole group of a terminal; this process passes it on in order.
      detached: process.platform !== 'win32',
      env: { ...process.env, REPROTECH_LOG: process.env.REPROTECH_LOG ?? 'warn' },
    },
  )
  children.push(child)
  return new Promise((resolveAddress, reject) => {
    child.on('message', (message: NodeMessage) => {
      if (message.kind === 'says') say(`${node.title}: ${message.sentence}`)
      else if (message.kind === 'ready') resolveAddress(message.address)
      else reject(new Error(`${node.title} could not start: ${message.sentence}`))
    })
    child.on('exit', (code) =>
      reject(new Error(`${node.title} ended before it was ready (exit code ${code ?? 'none'}).`)),
    )
  })
}

/** Once all run: says when one ends, and ends when none is left. */
function watch(children: readonly ChildProcess[], planned: readonly DemoNode[]): void {
  let running = children.length
  for (const [index, child] of children.entries()) {
    child.on('exit', () => {
      running -= 1
      say(`${planned[index]?.title ?? 'A node'} has stopped.`)
      if (running === 0) process.exit(0)
    })
  }
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    child.once('exit', () => stopped())
    child.kill('SIGTERM')
  })
}

const shownPeople = ['nora', 'faisal', 'huda', 'leena', 'reem', 'abdullah', 'amal']

function table(addresses: readonly (readonly [title: string, address: string])[]): string {
  const people = demoPeople.filter((person) => shownPeople.includes(person.username))
  const width = Math.max(...people.map((person) => person.username.length))
  const signIns = people.map(({ username, displayName, position, home, pin, roles }) => {
    const where = roles.some(([, site]) => site === null) ? 'all sites' : home
    return `  ${username.padEnd(width)}  ${displayName}, ${position} (${where})${pin === undefined ? '' : `, PIN ${pin} at a bench`}`
  })
  return [
    '',
    ...addresses.map(([title, address]) => `  ${title.padEnd(8)}  ${address}`),
    '',
    `Sign in with the password "${demoPassword}" as`,
    ...signIns,
    `  or one of ${demoPeople.length - people.length} others.`,
    '',
    'The benches do not exchange changes with HQ yet: each holds a copy of its own until sync is there.',
    'Ctrl+C stops all three; the data stays for the next time.',
    '',
  ].join('\n')
}

runProgram(main, usage)
