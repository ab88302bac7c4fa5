import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who may read the audit trail, and take back what somebody else did. */
export const qualityPolicy = [
  roles<RoleName>(
    'administrator',
    'manager',
    'veterinarian',
    'embryologist',
    'laboratory_technician',
    'researcher',
    'viewer',
  ).may('quality.history'),
  roles<RoleName>('administrator', 'manager').may('quality.audit', 'quality.undo_others'),
]
