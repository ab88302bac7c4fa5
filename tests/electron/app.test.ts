import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findElectron, hasDisplay } from '../../scripts/launch/desktop.mjs'
import { isDesktopBuilt } from '../../scripts/launch/fresh-build.mjs'
import { inProject } from '../../scripts/launch/project.mjs'

function whyNot(): string | null {
  if (findElectron() === null) return 'the Electron program is not installed here'
  if (!hasDisplay()) return 'there is no display here'
  if (!isDesktopBuilt()) return 'the desktop app is not built (npm run build)'
  return null
}

// What runs in the page is given as text: these files are compiled without the types of a browser.
const reason = whyNot()

describe.skipIf(reason !== null)(`the desktop app${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let folder: string
  let app: ElectronApplication
  let page: Page

  function start(): Promise<ElectronApplication> {
    // Chromium's sandbox refuses to run as root, which only happens in containers.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return electron.launch({
      executablePath: findElectron() ?? '',
      args: [...sandbox, `--user-data-dir=${folder}`, '--lang=en-GB', inProject('.')],
    })
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'reprotech-desktop-'))
    app = await start()
    page = await app.firstWindow()
  })

  afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('shows the first screen, answered by its own station through the port', async () => {
    expect(new URL(page.url()).origin).toBe('app://reprotech')
    // A new bench has no user, which only the station can know: it asks for the first administrator.
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('textbox').count()).toBeGreaterThan(0)
  })

  test('gives the page nothing of Node or Electron', async () => {
    const found = await page.evaluate(
      `['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis)`,
    )
    expect(found).toEqual([])
  })

  test('runs no script that is not its own', async () => {
    const ran = await page.evaluate(`(async () => {
      const blocked = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
      })
      const script = document.createElement('script')
      script.textContent = 'globalThis.injected = true'
      document.head.append(script)
      return { directive: await blocked, injected: 'injected' in globalThis }
    })()`)
    expect(ran).toEqual({ directive: 'script-src-elem', injected: false })
  })

  test('opens no window and goes nowhere else', async () => {
    const refused = app.evaluate(
      ({ webContents }) =>
        new Promise<boolean>((done) => {
          webContents.getAllWebContents()[0]?.once('will-navigate', (details) => done(details.defaultPrevented))
        }),
    )
    const opened = await page.evaluate(`(() => {
      const other = window.open('http://127.0.0.1:9/', '_blank')
      setTimeout(() => { location.href = 'http://127.0.0.1:9/' })
      return other !== null
    })()`)
    expect({
      opened,
      refused: await refused,
      windows: app.windows().length,
      origin: new URL(page.url()).origin,
    }).toEqual({
      opened: false,
      refused: true,
      windows: 1,
      origin: 'app://reprotech',
    })
  })

  test('starts a killed station again and gives the page a new port', async () => {
    await page.evaluate(`
      globalThis.seen = []
      window.addEventListener('message', ({ data, ports }) => {
        if (data?.type === 'station-state') seen.push(data.state)
        if (data?.type === 'station-port' && ports.length === 1) seen.push('port')
      })`)
    await app.evaluate(({ app: main }) => {
      const station = main.getAppMetrics().find((metric) => metric.name === 'reprotech-station')
      if (station) process.kill(station.pid, 'SIGKILL')
    })
    await page.waitForFunction(`seen.includes('port')`)
    expect(await page.evaluate('seen')).toEqual(['restarting', 'ready', 'port'])
  })

  test('lets only one instance run and keeps its window', async () => {
    const second = start().then(
      (other) => other.close().then(() => 'started'),
      () => 'refused',
    )
    expect(await second).toBe('refused')
    expect(await page.title()).not.toBe('')
  })
})
