import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import type { Meaning } from '../../ui/status.tsx'

/** Shape and colour of each status of a customer. */
export const statusMeanings: Record<Customer['status'], Meaning> = {
  active: 'ok',
  prospect: 'info',
  inactive: 'none',
  blocked: 'hold',
}
