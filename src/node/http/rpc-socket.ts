/**
 * `/rpc`: the contract over one WebSocket, for screens in a browser. Each call carries its own Authorization header
 * inside its message, so a connection has no identity of its own and no token stands in its address. Browsers send the
 * page's origin with the upgrade; anything but our own is refused.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import { rpcHandling } from '../rpc/rpc-handling.ts'
import type { HttpOptions } from './http-options.ts'

/** Attachments travel in chunks of 256 KiB; nothing on this socket needs more than this. */
const maxMessageBytes = 4 * 1024 * 1024

export function registerRpcSocket(app: FastifyInstance, options: HttpOptions): void {
  const handler = new RPCHandler(options.router as never, rpcHandling(options))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!request.url?.startsWith('/rpc')) return refuse(socket, '404 Not Found')
    if (!isOwnOrigin(request, options.allowedOrigins)) return refuse(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (connection) => {
      // A message beyond the limit or a broken frame closes the connection; the page opens a new one.
      connection.on('error', (error) => options.log.warn({ err: error }, 'rpc connection closed'))
      void handler.upgrade(connection as never, { context: { address: request.socket.remoteAddress ?? null } as never })
    })
  }
  app.server.on('upgrade', onUpgrade)
  app.addHook('preClose', (done) => {
    for (const connection of sockets.clients) connection.terminate()
    sockets.close()
    done()
  })
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
}

/** Programs that are not browsers send no origin; they carry no person's cookies either, so they may connect. */
function isOwnOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
