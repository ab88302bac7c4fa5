import type { AppUpdater } from 'electron-updater'
import type { ShellLog } from './shell-log.ts'

/** How often a running bench looks for a new version; benches run for weeks. */
const checkIntervalMs = 6 * 60 * 60_000

export type Updater = Pick<AppUpdater, 'setFeedURL' | 'checkForUpdates' | 'autoDownload' | 'autoInstallOnAppQuit'>

export interface UpdateDependencies {
  /** Address of the folder with the published versions (https), or null: then nothing is looked for or loaded. */
  feedUrl: string | null
  loadUpdater(): Promise<Updater>
  log: ShellLog
}

/**
 * Looks for new versions when a feed is configured, downloads them and installs on quit, never in the middle of work.
 * Off until then. Returns what it does: `off`, `on`, or `refused` for a feed that is not https.
 */
export async function startUpdates({
  feedUrl,
  loadUpdater,
  log,
}: UpdateDependencies): Promise<'off' | 'on' | 'refused'> {
  if (feedUrl === null || feedUrl === '') return 'off'
  if (!URL.canParse(feedUrl) || new URL(feedUrl).protocol !== 'https:') {
    log.warn({}, 'The update feed is not an https address; updates stay off.')
    return 'refused'
  }
  const updater = await loadUpdater()
  updater.setFeedURL({ provider: 'generic', url: feedUrl })
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = true
  const check = async (): Promise<void> => {
    try {
      await updater.checkForUpdates()
    } catch (error) {
      // A bench without network is the normal case; the next check comes.
      log.info({ error: String(error) }, 'Could not look for a new version.')
    }
  }
  setInterval(check, checkIntervalMs).unref()
  await check()
  return 'on'
}
