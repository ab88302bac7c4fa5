/**
 * Development: a station on its own data folder, restarted when its code changes, and Vite's server for the screens in
 * front of it. Runs under Node 24; started by `npm run dev`.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'vite'
import { inProject } from './project.mjs'

const stationPort = 7141
const pagePort = 7140
const stationAddress = `http://127.0.0.1:${stationPort}`

const station = spawn(
  process.execPath,
  [
    '--watch',
    '--watch-preserve-output',
    inProject('src/main/station/main.ts'),
    ...['--data', inProject('.data/dev'), '--port', String(stationPort)],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: inProject('.') },
)

// The station answers only its own origin, so requests that come through this server carry the station's address.
const toStation = {
  target: stationAddress,
  changeOrigin: true,
  rewriteWsOrigin: true,
  headers: { origin: stationAddress },
}
const proxy = Object.fromEntries(['/api', '/docs', '/healthz', '/readyz', '/metrics'].map((path) => [path, toStation]))

const server = await createServer({
  configFile: inProject('vite.renderer.config.ts'),
  server: {
    host: '127.0.0.1',
    port: pagePort,
    strictPort: true,
    proxy: { ...proxy, '/rpc': { ...toStation, ws: true } },
  },
})
await server.listen()
server.printUrls()

async function end(code) {
  station.kill('SIGTERM')
  await server.close()
  process.exit(code)
}
process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
station.on('exit', (code) => void end(code ?? 1))
