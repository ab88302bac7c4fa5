/** All policy sentences together. */
import { customerPolicy } from './areas/customers/customers.policy.ts'
import { permissionTable } from './kernel/policy.ts'

export const policySentences = [...customerPolicy]

export const permissions = permissionTable(policySentences)
