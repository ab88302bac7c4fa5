/** The line over `/rpc`: opens a WebSocket, and opens the next one when it breaks, until it is closed for good. */
import { RPCLink } from '@orpc/client/websocket'
import { type CallContext, createLineState, type Line } from './connection.ts'

/** Waiting times before each further try; the last one repeats. */
const pausesMs = [200, 500, 1_000, 2_000, 5_000]

export function openSocketLine(address: string): Line {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let closed = false

  const line = createLineState(() => {
    closed = true
    clearTimeout(timer)
    window.removeEventListener('online', tryNow)
    socket?.close()
  })

  function open(): void {
    const opening = new WebSocket(address)
    socket = opening
    // Before the link's own listeners, so that the line counts as lost when its pending calls fail.
    opening.addEventListener('close', () => {
      if (closed) return
      const pause = pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0
      failures += 1
      line.broke()
      timer = setTimeout(open, pause)
    })
    const link = new RPCLink<CallContext>({ websocket: opening, headers: ({ context }) => ({ ...context.headers }) })
    opening.addEventListener('open', () => {
      failures = 0
      line.opened(link)
    })
  }

  /** The machine found a network again: no need to wait out the pause. */
  function tryNow(): void {
    if (closed || socket === null || socket.readyState !== WebSocket.CLOSED) return
    clearTimeout(timer)
    open()
  }

  window.addEventListener('online', tryNow)
  open()
  return line
}
