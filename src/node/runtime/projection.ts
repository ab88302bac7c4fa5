/**
 * Values derived from domain rows and kept beside them: the search index, marks on stale inbreeding. They are refreshed
 * in the transaction that changed the rows, from the touched rows alone, so they can never be behind. Local to a node.
 */
import type { ChangeOp } from '../../core/sync/changeset.ts'
import type { Tx } from '../store/engine.ts'
import type { EntityName } from '../store/entities.ts'

export interface TouchedRecord {
  readonly op: ChangeOp
  readonly root: { readonly entity: EntityName; readonly id: string }
}

export interface Projection {
  /** Called once per transaction with everything it touched. */
  refresh(tx: Tx, touched: readonly TouchedRecord[]): Promise<void>
}
