/** The routes that stream files, written down for the API reference: contract procedures cannot stream. */
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const text = (name: string, required: boolean, description?: string) => ({
  name,
  in: 'query',
  required,
  schema: { type: 'string' },
  ...(description === undefined ? {} : { description }),
})
const bytes = { schema: { type: 'string', format: 'binary' } }

export const streamingPaths = {
  '/attachments': {
    post: {
      operationId: 'documents_sendAttachment',
      summary: 'Attaches a file; the body is the file itself, its type the Content-Type',
      tags: ['documents'],
      parameters: [
        text('ownerEntity', true),
        text('ownerId', true),
        text('kind', false),
        text('fileName', true),
        text('caption', false),
        text('sha256', false, 'hex; refused when the content differs'),
      ],
      requestBody: { required: true, content: { '*/*': bytes } },
      responses: { '201': { description: 'The attachment' } },
    },
  },
  '/attachments/{id}/content': {
    get: {
      operationId: 'documents_attachmentContent',
      summary: 'Reads a file, whole or a Range of it',
      tags: ['documents'],
      parameters: [id, text('ticket', false, 'one-time ticket instead of a token'), text('inline', false)],
      responses: {
        '200': { description: 'The file', content: { '*/*': bytes } },
        '206': { description: 'The range', content: { '*/*': bytes } },
      },
    },
  },
} as const
