import { roles } from '../../kernel/policy.ts'
import type { RoleName } from '../people/roles.ts'

/** Who may take a list of animals out of the house; for customers see their own policy. */
export const exportPolicy = [
  roles<RoleName>('administrator', 'manager', 'veterinarian', 'embryologist', 'researcher').may('animals.export'),
]
