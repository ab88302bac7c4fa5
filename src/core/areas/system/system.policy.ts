import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who looks after the machine itself. */
export const systemPolicy = [
  roles<RoleName>('administrator', 'manager').may('system.backup', 'system.settings', 'system.diagnose'),
  roles<RoleName>('administrator').may('system.restore'),
]
