import { attachmentsContract } from '../../../core/areas/documents/attachments.contract.ts'
import { viewsContract } from '../../../core/areas/documents/views.contract.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Binder, HandleTools } from '../../rpc/bind.ts'
import { type AttachmentsService, readAttachment } from './attachments.service.ts'
import type { ContentStore } from './content-store.ts'
import type { DownloadLinks } from './download-links.ts'
import type { Uploads } from './uploads.ts'
import type { ViewsService } from './views.service.ts'

interface Dependencies {
  readonly attachments: AttachmentsService
  readonly views: ViewsService
  readonly uploads: Uploads
  readonly content: ContentStore
  readonly links: DownloadLinks
}

export function createDocumentsRouter(bind: Binder, { attachments, views, uploads, content, links }: Dependencies) {
  /** The attachment and its size on this node, when the caller may see its record. */
  async function present(tools: HandleTools, id: string) {
    const attachment = await tools.read((reading) => readAttachment(reading, id))
    const sizeBytes = await content.size(attachment.contentHash)
    if (sizeBytes === null) throw new DomainError('attachment_content_missing', { id })
    return { attachment, sizeBytes }
  }

  return {
    attachments: bind.query(attachmentsContract.attachments, attachments.list),
    attachment: bind.query(attachmentsContract.attachment, attachments.get),
    updateAttachment: bind.command(attachmentsContract.updateAttachment, attachments.update),
    removeAttachment: bind.command(attachmentsContract.removeAttachment, attachments.remove),
    beginUpload: bind.handle(attachmentsContract.beginUpload, uploads.begin),
    uploadState: bind.handle(attachmentsContract.uploadState, uploads.state),
    appendUpload: bind.handle(attachmentsContract.appendUpload, uploads.append),
    finishUpload: bind.handle(attachmentsContract.finishUpload, uploads.finish),
    cancelUpload: bind.handle(attachmentsContract.cancelUpload, uploads.cancel),
    readChunk: bind.handle(attachmentsContract.readChunk, async (tools, { id, offset, length }) => {
      const { attachment, sizeBytes } = await present(tools, id)
      const bytes = await content.read(attachment.contentHash, offset, length)
      return {
        data: Buffer.from(bytes).toString('base64'),
        offset,
        sizeBytes,
        mediaType: attachment.mediaType,
        contentHash: attachment.contentHash,
      }
    }),
    createDownloadLink: bind.handle(attachmentsContract.createDownloadLink, async (tools, { id, inline }) => {
      await present(tools, id)
      if (tools.call.actor === null) throw new DomainError('unauthenticated')
      return links.issue({ attachmentId: id, actor: tools.call.actor, inline: inline === true })
    }),
    views: bind.query(viewsContract.views, views.views),
    createView: bind.command(viewsContract.createView, views.create),
    updateView: bind.command(viewsContract.updateView, views.update),
    removeView: bind.command(viewsContract.removeView, views.remove),
    orderViews: bind.command(viewsContract.orderViews, views.order),
  }
}
