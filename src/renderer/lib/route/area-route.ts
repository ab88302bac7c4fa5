/** How an area offers its screens to the shell: an address and the code behind it, loaded when it is first opened. */
import type { ComponentType } from 'react'

export interface AreaRoute {
  /** TanStack Router path: `/customers/$id`. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  /** Rail group and entry that are marked while the screen is open. */
  readonly rail: { readonly group: string; readonly item?: string }
  /** Permission without which the screen says that it is not for this person. */
  readonly permission?: string
}
