/**
 * The two routes that stream and so cannot be contract procedures: sending a file as a raw body, and reading one, whole
 * or in part. Bodies are counted as they come, because a chunked one has no length to look at first.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attachmentsContract } from '../../../core/areas/documents/attachments.contract.ts'
import { attachmentFields, sha256Hex } from '../../../core/areas/documents/attachments.model.ts'
import { fileTypeOf } from '../../../core/areas/documents/file-types.ts'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'
import { recordId } from '../../../core/kernel/procedure.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { type ActorResolver, callFromHeaders } from '../../http/call-from-headers.ts'
import type { Call } from '../../runtime/call.ts'
import { type Commands, requireAccess } from '../../runtime/commands.ts'
import type { PermissionTable } from '../../runtime/reading.ts'
import { readAttachment } from './attachments.service.ts'
import { contentDisposition, readByteRange } from './byte-range.ts'
import type { ContentStore } from './content-store.ts'
import type { DownloadLinks } from './download-links.ts'
import type { Uploads } from './uploads.ts'

export interface AttachmentRouteParts {
  readonly uploads: Uploads
  readonly content: ContentStore
  readonly links: DownloadLinks
  readonly commands: Commands
  readonly permissions: PermissionTable
  readonly resolver: ActorResolver
}

const uploadQuery = attachmentFields.omit({ mediaType: true }).extend({ sha256: sha256Hex.optional() })
const contentQuery = z.object({ ticket: z.string().max(100).optional(), inline: z.stringbool().optional() })
const contentParams = z.object({ id: recordId })

/** Both routes run under the declarations of the procedures they stand beside. */
const sending = attachmentsContract.finishUpload['~orpc'].meta as ProcedureMeta
const reading = attachmentsContract.attachment['~orpc'].meta as ProcedureMeta

export function registerAttachmentRoutes(app: FastifyInstance, parts: AttachmentRouteParts): void {
  // A scope of its own: only here is a body left unread for the handler, whatever its type.
  app.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    scope.post('/api/v1/attachments', (request, reply) => sendFile(parts, request, reply))
    scope.get('/api/v1/attachments/:id/content', { exposeHeadRoute: false }, (request, reply) =>
      readFile(parts, request, reply),
    )
    ready()
  })
}

async function sendFile(
  parts: AttachmentRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // Whatever is refused below leaves a body unread behind it, so this connection serves nothing else.
  reply.header('connection', 'close')
  const call = await callOf(parts, request)
  requireAccess(parts.permissions, call, sending.access)
  const { sha256, ...given } = parsed(uploadQuery, request.query)
  const fields = { ...given, mediaType: request.headers['content-type'] ?? '' }
  const declaredBytes =
    request.headers['content-length'] === undefined ? undefined : Number(request.headers['content-length'])
  const tools = {
    call,
    read: <Result>(work: Parameters<typeof parts.commands.read<Result>>[2]) =>
      parts.commands.read(call, sending.access, work),
    write: <Result>(work: Parameters<typeof parts.commands.run<Result>>[2]) =>
      parts.commands.run(call, { ...sending, input: { ...fields, sha256 } }, work),
  }
  // Leaving the loop early must not destroy the socket, or the refusal could not be sent.
  const body = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  const added = await parts.uploads.receive(tools, fields, body, { sha256, declaredBytes })
  return reply
    .status(201)
    .header('location', `/api/v1/attachments/${added.id}`)
    .header('etag', `"${added.rev}"`)
    .send(added)
}

async function readFile(
  parts: AttachmentRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = parsed(contentParams, request.params)
  const { ticket, inline } = parsed(contentQuery, request.query)
  const grant = ticket === undefined ? null : parts.links.redeem(ticket, id)
  const call: Call =
    grant === null
      ? await callOf(parts, request)
      : { actor: grant.actor, origin: { transport: 'rest', address: request.ip } }
  const attachment = await parts.commands.read(call, reading.access, (tx) => readAttachment(tx, id))
  const size = await parts.content.size(attachment.contentHash)
  if (size === null) throw new DomainError('attachment_content_missing', { id })

  const etag = `"${attachment.contentHash}"`
  const showable = fileTypeOf(attachment.mediaType)?.showable === true
  const shown = showable && (grant?.inline ?? inline) === true
  reply
    .type(attachment.mediaType)
    .header('content-disposition', contentDisposition(shown ? 'inline' : 'attachment', attachment.fileName))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', policyFor(attachment.mediaType))
    .header('cache-control', 'private, no-store')
    .header('etag', etag)
    // A ticket is spent by its first request: a viewer must not come back for parts.
    .header('accept-ranges', grant === null ? 'bytes' : 'none')

  const ifRange = request.headers['if-range']
  const wanted = grant !== null || (ifRange !== undefined && ifRange !== etag) ? undefined : request.headers.range
  const range = readByteRange(wanted, size)
  if (range.kind === 'unsatisfiable') {
    reply.header('content-range', `bytes */${size}`)
    throw new DomainError('range_not_satisfiable', { sizeBytes: size })
  }
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, size - 1]
  if (range.kind === 'part') reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`)
  return reply.header('content-length', end - start + 1).send(parts.content.stream(attachment.contentHash, start, end))
}

/** A file runs nothing of ours. Browsers' PDF viewers refuse to start in a sandbox, so a PDF gets all but that. */
function policyFor(mediaType: string): string {
  const nothing = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
  return mediaType === 'application/pdf' ? nothing : `${nothing}; sandbox`
}

function callOf(parts: AttachmentRouteParts, request: FastifyRequest): Promise<Call> {
  return callFromHeaders(request.headers, { transport: 'rest', address: request.ip }, parts.resolver)
}

function parsed<Shape extends z.ZodType>(schema: Shape, input: unknown): z.infer<Shape> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new DomainError('validation_failed', {
    issues: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code,
      message: issue.message,
    })),
  })
}
