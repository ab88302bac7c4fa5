/**
 * Development: a station on its own data folder, started again when its code changes, and Vite's server for the screens
 * in front of it. Runs under Node 24; started by `npm run dev`.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'vite'
import { inProject, say } from './project.mjs'

const stationPort = 7141
const pagePort = 7140
const stationAddress = `http://127.0.0.1:${stationPort}`

/** Editors save several files at once; one restart serves them all. */
const settleMs = 300

// The station answers only its own origin, so requests that come through this server carry the station's address.
const toStation = { target: stationAddress, changeOrigin: true, headers: { origin: stationAddress } }
const paths = ['/api', '/docs', '/healthz', '/readyz', '/metrics']
const server = await createServer({
  configFile: inProject('vite.renderer.config.ts'),
  server: {
    host: '127.0.0.1',
    port: pagePort,
    strictPort: true,
    proxy: {
      ...Object.fromEntries(paths.map((path) => [path, toStation])),
      '/rpc': { ...toStation, ws: true, rewriteWsOrigin: true },
    },
  },
})

let ending = false
let station = startStation()

function startStation() {
  const main = inProject('src/main/station/main.ts')
  const args = [main, '--data', inProject('.data/dev'), '--port', String(stationPort), ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: inProject('.') })
  child.on('exit', (code) => {
    if (!child.killed) say(`The station ended with code ${code}; it starts again when its code changes.`)
  })
  return child
}

/** Ends the station and waits for it: the next one needs its port and its data folder. */
async function stopStation() {
  if (station.exitCode !== null || station.signalCode !== null) return
  const ended = new Promise((resolve) => station.once('exit', resolve))
  station.kill('SIGTERM')
  await ended
}

async function restart() {
  await stopStation()
  if (!ending) station = startStation()
}

let restartTimer
server.watcher.add(['src/core', 'src/node', 'src/main'].map((folder) => inProject(folder)))
server.watcher.on('change', (file) => {
  if (!/[\\/]src[\\/](core|node|main)[\\/]/.test(file) || /\.test\.tsx?$/.test(file)) return
  clearTimeout(restartTimer)
  restartTimer = setTimeout(restart, settleMs)
})

async function end() {
  if (ending) return
  ending = true
  clearTimeout(restartTimer)
  await stopStation()
  await server.close()
  process.exit(0)
}
process.on('SIGINT', end)
process.on('SIGTERM', end)

await server.listen()
server.printUrls()
