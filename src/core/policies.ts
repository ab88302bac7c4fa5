/** All policy sentences together. */
import { animalPolicy } from './areas/animals/animals.policy.ts'
import { customerPolicy } from './areas/customers/customers.policy.ts'
import { documentPolicy } from './areas/documents/documents.policy.ts'
import { exportPolicy } from './areas/documents/export.policy.ts'
import { importPolicy } from './areas/documents/import.policy.ts'
import { peoplePolicy } from './areas/people/people.policy.ts'
import { qualityPolicy } from './areas/quality/quality.policy.ts'
import { systemPolicy } from './areas/system/system.policy.ts'
import { permissionTable } from './kernel/policy.ts'

export const policySentences = [
  ...animalPolicy,
  ...customerPolicy,
  ...importPolicy,
  ...exportPolicy,
  ...documentPolicy,
  ...peoplePolicy,
  ...qualityPolicy,
  ...systemPolicy,
]

export const permissions = permissionTable(policySentences)
