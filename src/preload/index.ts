import { ipcRenderer } from 'electron'

/**
 * Hands the page its MessagePort to the station and the station's state, and nothing else: no object is exposed, so
 * there is nothing a script in the page could misuse. The page checks that a message comes from its own window.
 */
const pageOrigin = 'app://reprotech'

function handToPage(message: { type: string }, ports: MessagePort[]): void {
  // Should the window ever show something else, that something gets no port.
  if (window.location.origin !== pageOrigin) return
  window.postMessage(message, pageOrigin, ports)
}

ipcRenderer.on('station-port', (event) => handToPage({ type: 'station-port' }, event.ports))
ipcRenderer.on('station-state', (_event, state: object) => handToPage({ type: 'station-state', ...state }, []))
