import { qualityContract } from '../../../core/areas/quality/quality.contract.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { instantOf } from '../../../core/kernel/clock.ts'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Commands } from '../../runtime/commands.ts'
import { qualityQueries } from './quality.queries.ts'
import { planUndo, writeUndo } from './undo.ts'
import { verifyChains } from './verify-chains.ts'

interface Dependencies {
  readonly commands: Commands
  readonly clock: Clock
  readonly metas: ReadonlyMap<string, ProcedureMeta>
}

export function createQualityRouter(bind: Binder, { commands, clock, metas }: Dependencies) {
  return {
    audit: bind.query(qualityContract.audit, qualityQueries.audit),
    auditEntry: bind.query(qualityContract.auditEntry, qualityQueries.auditEntry),
    history: bind.query(qualityContract.history, qualityQueries.history),
    verify: bind.query(qualityContract.verify, async (reading) => ({
      chains: await verifyChains(reading),
      checkedAt: instantOf(clock.nowMs()),
    })),
    undo: bind.handle(qualityContract.undo, async ({ call, read }, input) => {
      const plan = await read((reading) => planUndo(reading, input.changesetId, metas))
      const spec = { action: 'quality.undo', access: plan.access, undoable: true, input }
      const ops = await commands.run(call, spec, (change) => writeUndo(change, plan))
      return { action: plan.action, ops }
    }),
  }
}
