/** What the parts of the filling share. */
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../core/contract.ts'
import type { ComposedNode } from '../compose-node.ts'
import type { Call } from '../runtime/call.ts'
import type { SiteCode } from './demo-sites.ts'

/** What of a node the demo needs. */
export type DemoNode = Pick<ComposedNode, 'router' | 'commands' | 'codes' | 'people'>

export type DemoClient = ContractRouterClient<Contract>

/** What the parts of the filling share. */
export interface DemoTools {
  readonly node: DemoNode
  readonly say: (sentence: string) => void
  readonly scale: number
  readonly seed: number
  /** The call of a demo person inside the program. */
  readonly callOf: (username: string) => Call
  /** Calls the contract as a demo person. */
  readonly clientOf: (username: string) => DemoClient
  readonly siteIds: Readonly<Record<SiteCode, string>>
  readonly userIds: ReadonlyMap<string, string>
}
