/**
 * Binds contract procedures to services. Whatever the transport, a query runs in a reading transaction and a command in
 * the command wrapper, with the permission its declaration names: a router cannot forget either.
 */
import type {
  AnyContractProcedure,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Schema,
} from '@orpc/contract'
import { implement } from '@orpc/server'
import type { ProcedureMeta } from '../../core/kernel/procedure.ts'
import type { Call } from '../runtime/call.ts'
import type { Change } from '../runtime/change.ts'
import { type CommandSpec, type Commands, requireAccess } from '../runtime/commands.ts'
import type { PermissionTable, Reading } from '../runtime/reading.ts'

/** What each transport puts into oRPC's context. */
export interface RpcContext {
  /** Resolves who calls; throws `unauthenticated` for a bad token. */
  readonly resolveCall: () => Promise<Call>
}

// biome-ignore lint/suspicious/noExplicitAny: oRPC's own constraint for any schema
type AnySchema = Schema<any, any>

export interface Binder {
  query<In extends AnySchema, Out extends AnySchema, Errors extends ErrorMap>(
    procedure: ContractProcedure<In, Out, Errors, ProcedureMeta>,
    work: (reading: Reading, input: InferSchemaOutput<In>) => Promise<InferSchemaInput<Out>>,
  ): BoundProcedure
  command<In extends AnySchema, Out extends AnySchema, Errors extends ErrorMap>(
    procedure: ContractProcedure<In, Out, Errors, ProcedureMeta>,
    work: (change: Change, input: InferSchemaOutput<In>) => Promise<InferSchemaInput<Out>>,
  ): BoundProcedure
  /** For what must do something outside a transaction first (hash a password, read a file): gets the tools themselves. */
  handle<In extends AnySchema, Out extends AnySchema, Errors extends ErrorMap>(
    procedure: ContractProcedure<In, Out, Errors, ProcedureMeta>,
    work: (tools: HandleTools, input: InferSchemaOutput<In>) => Promise<InferSchemaInput<Out>> | InferSchemaInput<Out>,
  ): BoundProcedure
}

export interface HandleTools {
  readonly call: Call
  readonly signal: AbortSignal | undefined
  read<Result>(work: (reading: Reading) => Promise<Result>): Promise<Result>
  /** Runs the command the procedure declares; may be called more than once. */
  write<Result>(work: (change: Change) => Promise<Result>): Promise<Result>
}

// The precise type of an implemented procedure is oRPC's affair; routers are checked against the contract when composed.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type BoundProcedure = any

export function createBinder(commands: Commands, permissions: PermissionTable): Binder {
  const bind = (procedure: AnyContractProcedure, work: (tools: HandleTools, input: never) => unknown) => {
    const meta = procedure['~orpc'].meta as ProcedureMeta
    // Input is validated after the first middleware, so that a caller who may not do this learns nothing about it.
    const procedureBuilder = implement(procedure, { initialInputValidationIndex: 1 })
      // biome-ignore lint/suspicious/noExplicitAny: the context type is fixed once, here
      .$context<RpcContext>() as any
    const guarded = procedureBuilder.use(
      async ({ context, next }: { context: RpcContext; next: (options: unknown) => Promise<unknown> }) => {
        const call = await context.resolveCall()
        requireAccess(permissions, call, meta.access)
        return next({ context: { call } })
      },
    )
    return guarded.handler(
      async ({
        context,
        input,
        signal,
      }: {
        context: { call: Call }
        input: never
        signal: AbortSignal | undefined
      }) => {
        const { call } = context
        const spec: CommandSpec = { action: meta.action, access: meta.access, undoable: meta.undoable, input }
        return work(
          {
            call,
            signal,
            read: (reading) => commands.read(call, meta.access, reading),
            write: (change) => commands.run(call, spec, change),
          },
          input,
        )
      },
    )
  }
  return {
    query: (procedure, work) => bind(procedure, (tools, input) => tools.read((reading) => work(reading, input))),
    command: (procedure, work) => bind(procedure, (tools, input) => tools.write((change) => work(change, input))),
    handle: (procedure, work) => bind(procedure, work as never),
  }
}
