import { roles } from '../../kernel/policy.ts'
import { type RoleName, roleNames } from './roles.ts'

/** Who may do what with people and sites. The list of sites is a directory: their names stand on shared records. */
export const peoplePolicy = [
  roles<RoleName>(...roleNames).may('sites.read'),
  roles<RoleName>('administrator', 'manager').may('people.read', 'people.stats'),
  roles<RoleName>('administrator').may('people.write', 'people.roles', 'people.reset', 'sites.write'),
]
