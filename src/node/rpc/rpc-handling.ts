/** What the WebSocket and the message port have in common: the caller from each call's own headers, errors as codes. */
import type { Ids } from '../../core/kernel/ids.ts'
import { type ActorResolver, callFromHeaders } from '../http/call-from-headers.ts'
import { answerError, type ErrorLog } from './answer-errors.ts'

export interface RpcHandlingParts {
  readonly resolver: ActorResolver
  readonly ids: Ids
  readonly log: ErrorLog
}

/** Options for an oRPC handler. The context given to `upgrade` may carry the remote `address`. */
export function rpcHandling(parts: RpcHandlingParts) {
  return {
    rootInterceptors: [
      // The handler's option types are generic over a context each transport fixes for itself.
      (handling: {
        context: unknown
        request: { headers: Record<string, string | string[] | undefined> }
        next: (options: never) => never
      }) => {
        const { address = null } = handling.context as { address?: string | null }
        const resolveCall = () =>
          callFromHeaders(handling.request.headers, { transport: 'rpc', address }, parts.resolver)
        return handling.next({ ...handling, context: { resolveCall } } as never)
      },
    ] as never[],
    clientInterceptors: [
      async ({ next }: { next: () => Promise<unknown> }) => {
        try {
          return await next()
        } catch (error) {
          throw answerError(error, parts.ids, parts.log)
        }
      },
    ] as never[],
  }
}
