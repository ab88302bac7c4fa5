import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { projectRoot } from './project.mjs'

/**
 * Runs a program in the project folder on the terminal of this one and resolves to its exit code (128 + number when a
 * signal ended it, as shells count). Signals sent to the launcher reach the program.
 */
export function run(program, args, { env = process.env, shell = false, quietOutput = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quietOutput ? ['inherit', 'ignore', 'inherit'] : 'inherit'
    const child = spawn(program, args, { cwd: projectRoot, env, shell, stdio })
    // Ctrl+C on a terminal reaches every process of the group by itself; a second one would cut the shutdown short.
    const forwarders = ['SIGTERM', 'SIGHUP', 'SIGINT'].map((signal) => {
      const forward = () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      }
      process.on(signal, forward)
      return () => process.off(signal, forward)
    })
    const settle = () => {
      for (const remove of forwarders) remove()
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      settle()
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
