/** REST: the contract's procedures under `/api/v1`, from the same router as every other transport. */
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { experimental_ZodSmartCoercionPlugin as ZodSmartCoercionPlugin } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import { DomainError } from '../../core/kernel/refusal.ts'
import { answerError } from '../rpc/answer-errors.ts'
import { callFromHeaders } from './call-from-headers.ts'
import type { HttpOptions } from './http-options.ts'
import { problemOf } from './problem.ts'

export function registerRest(app: FastifyInstance, options: HttpOptions): void {
  const handler = new OpenAPIHandler(options.router as never, {
    plugins: [new ZodSmartCoercionPlugin()],
    customErrorResponseBodyEncoder: (error) => problemOf(answerError(error, options.ids, options.log)),
    rootInterceptors: [
      async (handling) => {
        const result = await handling.next()
        const body = result.matched ? result.response.body : null
        // A record's rev is its entity tag, ready for If-Match.
        if (result.matched && typeof body === 'object' && body !== null && 'rev' in body) {
          result.response.headers.etag = `"${String(body.rev)}"`
        }
        return result
      },
    ],
    clientInterceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          throw answerError(error, options.ids, options.log)
        }
      },
    ],
  })
  app.all('/api/v1/*', async (request, reply) => {
    const origin = { transport: 'rest' as const, address: request.ip }
    const context = { resolveCall: () => callFromHeaders(request.headers, origin, options.resolver) }
    const { matched } = await handler.handle(request, reply, { prefix: '/api/v1', context })
    if (!matched) throw new DomainError('no_such_procedure')
    return reply
  })
}
