/**
 * The HTTP face of a node, the same on a station and at HQ: REST under `/api/v1`, the API reference, `/rpc` over
 * WebSocket for the screens, health, metrics, and the built screens themselves.
 *
 * Bodies are parsed by Fastify, which counts bytes as they come (chunked bodies too) and refuses above the limit, before
 * oRPC sees anything. Handing raw requests to oRPC would bypass that limit.
 */
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import { ORPCError } from '@orpc/server'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { statusOf } from '../../core/errors.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import { answerError } from '../rpc/answer-errors.ts'
import { registerDocs } from './docs-route.ts'
import { registerHealth } from './health-routes.ts'
import type { HttpOptions } from './http-options.ts'
import { problemOf } from './problem.ts'
import { registerRest } from './rest-routes.ts'
import { registerRpcSocket } from './rpc-socket.ts'
import { registerScreens } from './screens-route.ts'

export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: options.maxBodyBytes,
    genReqId: () => options.ids.next(),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance
  await app.register(fastifyHelmet, helmetOptions())
  const limit = options.requestsPerMinute
  if (limit !== null) {
    await app.register(fastifyRateLimit, {
      // Guessing passwords is what an attacker does many times a minute and a person does not.
      max: (request) => (isSignIn(request.url) ? Math.min(limit, signInsPerMinute) : limit),
      keyGenerator: (request) => `${request.ip}${isSignIn(request.url) ? ' sign-in' : ''}`,
      timeWindow: '1 minute',
      allowList: (request) => /^\/(healthz|readyz|metrics)$/.test(request.url),
      errorResponseBuilder: (_request, context) =>
        new DomainError('rate_limited', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
    })
  }
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const answer = answerError(fromFastify(error), options.ids, options.log)
    return reply.status(answer.status).type('application/problem+json').send(problemOf(answer))
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (reply.statusCode >= 400 && request.url.startsWith('/api/'))
      reply.type('application/problem+json; charset=utf-8')
  })
  registerHealth(app, options.health)
  for (const register of options.extraRoutes) register(app)
  await registerDocs(app, options.version)
  registerRest(app, options)
  registerRpcSocket(app, options)
  await registerScreens(app, options.screensFolder)
  return app
}

/** Requests to `/auth` per minute and address, where requests are limited at all. */
const signInsPerMinute = 60

function isSignIn(url: string): boolean {
  return url.startsWith('/api/v1/auth/')
}

/** Our own codes for what Fastify refuses before a handler runs. */
function fromFastify(error: FastifyError): unknown {
  if (error instanceof DomainError) return error
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new DomainError('body_too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new DomainError('unsupported_media_type')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new DomainError('malformed_json')
    default:
      if (error instanceof SyntaxError) return new DomainError('malformed_json')
      if (error.statusCode !== undefined && error.statusCode < 500) {
        return new ORPCError('validation_failed', {
          status: statusOf('validation_failed'),
          message: 'validation_failed',
          data: {},
        })
      }
      return error
  }
}

function helmetOptions() {
  return {
    // Stations speak plain HTTP on loopback or a LAN: upgrade-insecure-requests would break every link there.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
  }
}
