/** The built screens. Every address that is no file and no interface is a screen's address: it gets the page. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { DomainError } from '../../core/kernel/refusal.ts'

export async function registerScreens(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null) {
    await app.register(fastifyStatic, {
      root: folder,
      prefix: '/',
      index: false,
      wildcard: false,
      decorateReply: false,
      // Asset names carry a hash of their content, so they never go stale.
      setHeaders: (reply, path) => {
        const lasting = /[\\/]assets[\\/]/.test(path)
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isScreen =
      folder !== null &&
      request.method === 'GET' &&
      !/^\/(api|rpc|sync|rx|docs|metrics|assets)(\/|$|\?)/.test(request.url)
    if (!isScreen) throw new DomainError('no_such_procedure')
    return reply
      .type('text/html')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(folder, 'index.html')))
  })
}
