/** Builds attachments and saved views: the router, the streaming routes, and what other areas ask of views. */
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { ActorResolver } from '../../http/call-from-headers.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Commands } from '../../runtime/commands.ts'
import type { PermissionTable } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { registerAttachmentRoutes } from './attachment-routes.ts'
import { createAttachmentsService } from './attachments.service.ts'
import { createContentStore } from './content-store.ts'
import { createDocumentsRouter } from './documents.router.ts'
import { createDownloadLinks } from './download-links.ts'
import { createUploads } from './uploads.ts'
import { createViewsService } from './views.service.ts'

export interface DocumentsParts {
  readonly bind: Binder
  readonly commands: Commands
  readonly permissions: PermissionTable
  readonly resolver: ActorResolver
  readonly counts: CountCache
  readonly clock: Clock
  readonly ids: Ids
  readonly dataFolder: string
  /** Largest attachment, 25 MB when left out. */
  readonly maxAttachmentBytes?: number
}

export function createDocuments(parts: DocumentsParts) {
  const { bind, commands, permissions, resolver, counts, clock, ids } = parts
  const content = createContentStore(parts.dataFolder)
  const uploads = createUploads({ content, clock, ids, maxBytes: parts.maxAttachmentBytes })
  const links = createDownloadLinks(clock)
  const views = createViewsService()
  const router = createDocumentsRouter(bind, {
    attachments: createAttachmentsService(counts),
    views,
    uploads,
    content,
    links,
  })
  const routes = (app: FastifyInstance) =>
    registerAttachmentRoutes(app, { uploads, content, links, commands, permissions, resolver })
  return { router, routes, views, content }
}
