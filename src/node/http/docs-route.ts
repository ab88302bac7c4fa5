/** `/docs`: the API reference page, served from the package on this machine; and the document it shows. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi-document.ts'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Reprotech API</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body><div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script>
</body>
</html>
`

const start = `window.ui = SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true })`

export async function registerDocs(app: FastifyInstance, version: string): Promise<void> {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  let document: Promise<unknown> | undefined
  app.get('/api/v1/openapi.json', async () => {
    document ??= openApiDocument(version)
    return document
  })
  app.get('/docs', async (_request, reply) => reply.type('text/html').send(page))
  app.get('/docs/start.js', async (_request, reply) => reply.type('text/javascript').send(start))
  await app.register(fastifyStatic, { root: assets, prefix: '/docs/assets/', decorateReply: false, index: false })
}
