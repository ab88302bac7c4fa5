import { roles } from '../../kernel/policy.ts'
import { type RoleName, roleNames } from '../people/roles.ts'

/**
 * Who may do what with files and shared views. A file asks more: its record must be visible to the caller, and adding
 * to it needs the permission to write that record (`attachment-owners.ts`).
 */
export const documentPolicy = [
  roles<RoleName>(...roleNames).may('documents.read'),
  roles<RoleName>(
    'administrator',
    'manager',
    'veterinarian',
    'embryologist',
    'laboratory_technician',
    'researcher',
  ).may('documents.attach', 'documents.shareView'),
  roles<RoleName>('administrator', 'manager').may('documents.manageViews'),
]
