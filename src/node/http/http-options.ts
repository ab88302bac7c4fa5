/** What the web server needs from whoever composes a node. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Ids } from '../../core/kernel/ids.ts'
import type { ActorResolver } from './call-from-headers.ts'
import type { Health } from './health-routes.ts'

export interface HttpOptions {
  // The implemented router; its type is checked where it is composed.
  readonly router: Record<string, unknown>
  readonly resolver: ActorResolver
  readonly ids: Ids
  readonly log: Logger
  readonly version: string
  readonly health: Health
  /** Folder of the built screens; null serves none (tests). */
  readonly screensFolder: string | null
  /** Requests per minute and address; null on a station, which listens on loopback. */
  readonly requestsPerMinute: number | null
  readonly maxBodyBytes: number
  /** Origins besides the server's own that may open `/rpc`, for the development server. */
  readonly allowedOrigins: readonly string[]
  /** Adds routes that stream, which contract procedures cannot. */
  readonly extraRoutes: readonly ((app: FastifyInstance) => void)[]
}
