import { expect, test } from 'vitest'
import { windowOptions } from './window-options.ts'

// Electron, Security tutorial: items 2 to 6, 8, 9 and 12 of its check list.
test('keeps the page sandboxed, isolated and without Node', () => {
  const placement = { width: 1440, height: 900, maximized: false }
  const context = { preload: 'preload.cjs', title: 'Reprotech', dark: true, developer: false }
  expect(windowOptions(placement, context).webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    devTools: false,
  })
})
