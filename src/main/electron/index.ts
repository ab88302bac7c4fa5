/**
 * The desktop shell: one window on the page, one station process beside it, a MessagePort between the two. It holds no
 * data and knows no animals. Its logic lives in the modules beside this file, which are tested without Electron; here
 * they are only wired to it.
 */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  MessageChannelMain,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import Store from 'electron-store'
import { appMenu } from './app-menu.ts'
import { appOrigin, appScheme, createAppProtocol } from './app-protocol.ts'
import { startUpdates } from './app-updates.ts'
import { guardPages, refusePermissions } from './page-guard.ts'
import { recoverPage } from './page-recovery.ts'
import { openShellLog } from './shell-log.ts'
import { shellTexts } from './shell-texts.ts'
import { createStationSupervisor } from './station-supervisor.ts'
import { windowOptions } from './window-options.ts'
import { placeWindow, readWindowState, type WindowState } from './window-state.ts'

interface ShellSettings {
  window: WindowState | null
  /** Set by whoever rolls the application out; empty means no automatic updates. */
  updateFeedUrl: string
}

// Must run before the application is ready, or the page has no origin of its own.
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
app.enableSandbox()

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    dialog.showErrorBox(shellTexts(app.getLocale()).startFailed, error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
} else {
  app.quit()
}

async function run(): Promise<void> {
  const logsFolder = join(app.getPath('userData'), 'logs')
  const log = openShellLog(join(logsFolder, 'shell.log'))
  const settings = new Store<ShellSettings>({ name: 'shell', defaults: { window: null, updateFeedUrl: '' } })
  const nowMs = (): number => Date.now()

  guardPages(app, { openExternal: (address) => shell.openExternal(address), log })
  await app.whenReady()
  app.setAppUserModelId('app.reprotech.desktop')

  const texts = shellTexts(app.getLocale())
  const developer = !app.isPackaged
  const openLogs = (): void => {
    shell.openPath(logsFolder).catch((error: unknown) => log.warn({ error: String(error) }, 'Could not open the logs.'))
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu({ texts, platform: process.platform, developer, openLogs })))
  refusePermissions(session.defaultSession, log)
  protocol.handle(appScheme, createAppProtocol(join(import.meta.dirname, '../renderer')))

  const station = createStationSupervisor({
    fork: () =>
      utilityProcess.fork(join(import.meta.dirname, 'station.js'), [], {
        serviceName: 'reprotech-station',
        stdio: ['ignore', 'inherit', 'pipe'],
      }),
    createPorts: () => new MessageChannelMain(),
    nowMs,
    log,
    options: { dataFolder: join(app.getPath('userData'), 'station'), version: app.getVersion() },
  })
  station.start()

  const openWindow = (): BrowserWindow => {
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    const placement = placeWindow(settings.get('window'), workAreas)
    const preload = join(import.meta.dirname, '../preload/index.cjs')
    const dark = nativeTheme.shouldUseDarkColors
    const window = new BrowserWindow(windowOptions(placement, { preload, title: app.getName(), dark, developer }))
    const contents = window.webContents
    if (placement.maximized) window.maximize()
    recoverPage(contents, { nowMs, log })
    contents.on('did-finish-load', () => station.attachPage(contents))
    window.once('ready-to-show', () => window.show())
    window.on('close', () => settings.set('window', readWindowState(window)))
    window.on('closed', () => station.detachPage(contents))
    window
      .loadURL(`${appOrigin}/`)
      .catch((error: unknown) => log.error({ error: String(error) }, 'The page did not load.'))
    return window
  }

  let window = openWindow()
  const showWindow = (): void => {
    if (window.isDestroyed()) window = openWindow()
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => app.quit())

  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    const quit = (): void => {
      stopped = true
      app.quit()
    }
    station.stop().then(quit, quit)
  })

  const updates = await startUpdates({
    feedUrl: app.isPackaged ? settings.get('updateFeedUrl') : null,
    loadUpdater: async () => (await import('electron-updater')).default.autoUpdater,
    log,
  })
  log.info({ version: app.getVersion(), updates }, 'The application started.')
}
