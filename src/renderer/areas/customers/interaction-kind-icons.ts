import type { CustomerInteraction } from '../../../core/areas/customers/interactions.model.ts'
import type { IconName } from '../../ui/icon-shapes.tsx'

/** The sign of each kind of interaction. The word stands beside it. */
export const interactionKindIcons: Record<CustomerInteraction['kind'], IconName> = {
  call: 'phone',
  mail: 'mail',
  meeting: 'users',
  visit: 'site',
  complaint: 'flag',
  service_request: 'message',
  follow_up: 'clock',
  note: 'note',
}
