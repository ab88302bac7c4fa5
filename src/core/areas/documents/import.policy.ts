import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who may bring in many records at once. Exports are with the areas. */
export const importPolicy = [
  roles<RoleName>('administrator', 'manager').may('customers.import'),
  roles<RoleName>('administrator', 'manager', 'veterinarian', 'embryologist').may('animals.import'),
]
