import type { BrowserWindowConstructorOptions } from 'electron'
import { minimumSize, type Placement } from './window-state.ts'

/**
 * The window's options: a sandboxed page in its own world that reaches nothing but what the preload script hands over.
 * Shown only when first painted, on the page's own background, so that nothing flashes white in a dark laboratory.
 */
export function windowOptions(
  placement: Placement,
  context: { preload: string; title: string; dark: boolean; developer: boolean },
): BrowserWindowConstructorOptions {
  const { maximized: _, ...bounds } = placement
  return {
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: context.title,
    show: false,
    backgroundColor: context.dark ? '#12171d' : '#f6f8fa',
    webPreferences: {
      preload: context.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: context.developer,
    },
  }
}
