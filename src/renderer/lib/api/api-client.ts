/**
 * The typed client of the contract, over whichever line is open. It adds who calls, renews the session when it must,
 * reads again after the line broke, and turns every failure into an `ApiError`.
 *
 * A write is never sent twice by itself: when the line breaks while its answer is awaited, nobody here can know whether
 * it happened, and the person is told so (`unavailable` with `sent: true`).
 */
import { type ClientOptions, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../core/contract.ts'
import { ApiError, isAbort, toApiError } from './api-error.ts'
import type { CallContext, Line, Link } from './connection.ts'
import { metaOf } from './procedure-meta.ts'
import type { ErrorMemory } from './recent-errors.ts'
import type { TokenKeeper } from './token-keeper.ts'

export type ApiClient = ContractRouterClient<Contract, CallContext>

interface ClientParts {
  readonly line: Line
  readonly tokens: () => Pick<TokenKeeper, 'accessToken' | 'renew'>
  /** Remembers the ids of this page's commands, so that their commits are recognised in the live feed. */
  readonly ownCalls: Pick<Set<string>, 'add'>
  readonly errors: Pick<ErrorMemory, 'add'>
}

/** A read is tried on this many lives of the line. */
const mostTries = 3
const closingMs = 50

export function createApiClient({ line, tokens, ownCalls, errors }: ClientParts): ApiClient {
  const link: Link = {
    call: async (path, input, options) => {
      try {
        return await callWithSession(path, input, options)
      } catch (error) {
        const place = `${path.join('.')}${error instanceof ApiError && error.reference !== undefined ? ` ${error.reference}` : ''}`
        if (error instanceof ApiError)
          errors.add({ at: new Date().toISOString(), kind: 'call', code: error.code, place })
        throw error
      }
    },
  }

  async function callWithSession(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<CallContext>,
  ): Promise<unknown> {
    const meta = metaOf(path)
    if (meta === null) throw new ApiError('no_such_procedure', { path: path.join('.') })
    const isPublic = meta.access === 'public'
    try {
      return await callOverLine(path, input, options, isPublic, meta.kind === 'query')
    } catch (error) {
      const failure = refine(error, options.signal)
      if (
        !(failure instanceof ApiError) ||
        isPublic ||
        options.context.token !== undefined ||
        failure.code !== 'unauthenticated'
      )
        throw failure
      try {
        // Nothing ran: the node refused before it looked at the call, so even a write may go again.
        await tokens().renew()
        return await callOverLine(path, input, options, isPublic, meta.kind === 'query')
      } catch (again) {
        throw refine(again, options.signal)
      }
    }
  }

  async function callOverLine(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<CallContext>,
    isPublic: boolean,
    mayRepeat: boolean,
  ): Promise<unknown> {
    const callId = crypto.randomUUID()
    if (!mayRepeat && options.context.quiet !== true) ownCalls.add(callId)
    for (let tries = 1; ; tries += 1) {
      const headers: Record<string, string> = { 'reprotech-call': callId }
      if (!isPublic) {
        const token = options.context.token ?? (await tokens().accessToken())
        if (token === null) throw new ApiError('unauthenticated', { reason: 'ended' })
        headers.authorization = `Bearer ${token}`
      }
      const open = await line.link(options.signal)
      const { life } = line
      try {
        return await open.call(path, input, { ...options, context: { ...options.context, headers } })
      } catch (error) {
        if (isAborted(options.signal) || error instanceof ORPCError) throw error
        // A socket that is closing refuses to send a moment before it says that it closed.
        await pause(closingMs)
        if (line.life === life && line.state === 'open') throw error
        if (!mayRepeat) throw new ApiError('unavailable', { sent: true }, error)
        if (tries >= mostTries) throw new ApiError('unavailable', {}, error)
      }
    }
  }

  return createORPCClient(link)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** An aborted call stays an abort, so that whoever gave it up is not told of a failure. */
function refine(error: unknown, signal: AbortSignal | undefined): unknown {
  return isAborted(signal) || isAbort(error) ? error : toApiError(error)
}
