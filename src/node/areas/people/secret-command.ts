/**
 * Commands whose input or answer holds a secret. They run in the same wrapper as all others, but the request is not
 * remembered for Idempotency-Key: its hash would be a fast hash of a password, and its answer would keep tokens in the
 * database. They may also run in the name of the person who is just signing in.
 */
import type { ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput, Schema } from '@orpc/contract'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'
import type { Binder, BoundProcedure } from '../../rpc/bind.ts'
import type { Actor, Call } from '../../runtime/call.ts'
import type { Change } from '../../runtime/change.ts'
import type { Commands } from '../../runtime/commands.ts'
import type { Reading } from '../../runtime/reading.ts'

export interface SecretTools {
  readonly call: Call
  read<Result>(work: (reading: Reading) => Promise<Result>): Promise<Result>
  /** Runs the command in the name of `as`: null is nobody, left out is the caller. */
  write<Result>(work: (change: Change) => Promise<Result>, as?: Actor | null): Promise<Result>
  /** Runs the command so that Idempotency-Key holds; neither `input` nor the result may hold a secret. */
  writeOnce<Result>(input: unknown, work: (change: Change) => Promise<Result>): Promise<Result>
}

type Procedural = Pick<ProcedureMeta, 'action' | 'access' | 'undoable'>

export function createSecretTools(commands: Commands, call: Call, meta: Procedural): SecretTools {
  const spec = { action: meta.action, access: meta.access, undoable: meta.undoable }
  const forgetful: Call = { ...call, idempotencyKey: undefined, ifMatch: undefined }
  return {
    call,
    read: (work) => commands.read(call, meta.access, work),
    write: (work, as = call.actor) => commands.run({ ...forgetful, actor: as }, spec, work),
    writeOnce: (input, work) => commands.run(call, { ...spec, input }, work),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: oRPC's own constraint for any schema
type AnySchema = Schema<any, any>

export type SecretBinder = <In extends AnySchema, Out extends AnySchema, Errors extends ErrorMap>(
  procedure: ContractProcedure<In, Out, Errors, ProcedureMeta>,
  work: (tools: SecretTools, input: InferSchemaOutput<In>) => Promise<InferSchemaInput<Out>>,
) => BoundProcedure

export function createSecretBinder(bind: Binder, commands: Commands): SecretBinder {
  return (procedure, work) => {
    const meta = procedure['~orpc'].meta
    return bind.handle(procedure, (tools, input) => work(createSecretTools(commands, tools.call, meta), input))
  }
}
