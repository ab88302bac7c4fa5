import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who may do what with customers. */
export const customerPolicy = [
  roles<RoleName>(
    'administrator',
    'manager',
    'veterinarian',
    'embryologist',
    'laboratory_technician',
    'researcher',
    'viewer',
  ).may('customers.read'),
  roles<RoleName>('administrator', 'manager', 'veterinarian', 'laboratory_technician').may(
    'customers.write',
    'customers.log',
  ),
  roles<RoleName>('administrator', 'manager').may(
    'customers.archive',
    'customers.merge',
    'customers.credit',
    'customers.bulk',
    'customers.export',
  ),
]
