/** All policy sentences together. */
import { customerPolicy } from './areas/customers/customers.policy.ts'
import { documentPolicy } from './areas/documents/documents.policy.ts'
import { peoplePolicy } from './areas/people/people.policy.ts'
import { qualityPolicy } from './areas/quality/quality.policy.ts'
import { systemPolicy } from './areas/system/system.policy.ts'
import { permissionTable } from './kernel/policy.ts'

export const policySentences = [...customerPolicy, ...documentPolicy, ...peoplePolicy, ...qualityPolicy, ...systemPolicy]

export const permissions = permissionTable(policySentences)
