/**
 * The line of the desktop app: the preload script posts a MessagePort to the page, a new one for each life of the
 * station. A message from another window or origin is ignored.
 */
import { RPCLink } from '@orpc/client/message-port'
import { type CallContext, createLineState, type Line } from './connection.ts'

export function openPortLine(): Line {
  let port: MessagePort | null = null
  const line = createLineState(() => {
    window.removeEventListener('message', onMessage)
    port?.close()
  })

  function onMessage(event: MessageEvent): void {
    if (event.source !== window || event.origin !== window.location.origin) return
    const type =
      typeof event.data === 'object' && event.data !== null ? (event.data as { type?: unknown }).type : undefined
    if (type === 'station-state' && (event.data as { state?: unknown }).state !== 'ready') lose()
    const received = event.ports[0]
    if (type !== 'station-port' || received === undefined) return
    lose()
    port = received
    // Before the link's own listener, so that the line counts as lost when its pending calls fail.
    received.addEventListener('close', () => {
      if (port !== received) return
      port = null
      line.broke()
    })
    const link = new RPCLink<CallContext>({ port: received, headers: ({ context }) => ({ ...context.headers }) })
    received.start()
    line.opened(link)
  }

  function lose(): void {
    if (port === null) return
    port.close()
    // A port tells its close to the other end only; the calls that wait on this end must hear it too.
    port.dispatchEvent(new Event('close'))
  }

  window.addEventListener('message', onMessage)
  return line
}
