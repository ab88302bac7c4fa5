import type { MenuItemConstructorOptions } from 'electron'
import type { ShellTexts } from './shell-texts.ts'

export interface MenuContext {
  texts: ShellTexts
  platform: NodeJS.Platform
  /** Shows the developer tools: not in an installed application. */
  developer: boolean
  openLogs(): void
}

/**
 * The application menu. Commands of the laboratory are not in it: they live in the page, with its command palette and
 * keyboard map, where a browser at HQ has them too. The edit menu must exist or copy and paste fail on macOS.
 */
export function appMenu({ texts, platform, developer, openLogs }: MenuContext): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit }
  const about: MenuItemConstructorOptions = { role: 'about', label: texts.about }
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const first: MenuItemConstructorOptions = isMac
    ? { role: 'appMenu', submenu: [about, separator, quit] }
    : { label: texts.file, submenu: [quit] }
  return [
    first,
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'reload', label: texts.reload },
        separator,
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.resetZoom },
        separator,
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(developer ? [separator, { role: 'toggleDevTools', label: texts.developerTools } as const] : []),
      ],
    },
    {
      label: texts.window,
      submenu: [
        { role: 'minimize', label: texts.minimise },
        { role: 'close', label: texts.close },
      ],
    },
    {
      label: texts.help,
      submenu: [{ label: texts.openLogs, click: openLogs }, ...(isMac ? [] : [separator, about])],
    },
  ]
}
