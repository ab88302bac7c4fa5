/** Every code the program may refuse with, and its HTTP status. Texts for people are in the renderer, by code. */

import { animalErrors } from './areas/animals/animals.errors.ts'
import { identityErrors } from './areas/animals/identity/identity.errors.ts'
import { speciesErrors } from './areas/animals/species/species.errors.ts'
import { customerErrors } from './areas/customers/customers.errors.ts'
import { documentErrors } from './areas/documents/documents.errors.ts'
import { exportErrors } from './areas/documents/export.errors.ts'
import { importErrors } from './areas/documents/import.errors.ts'
import { peopleErrors } from './areas/people/people.errors.ts'
import { qualityErrors } from './areas/quality/quality.errors.ts'
import { systemErrors } from './areas/system/system.errors.ts'
import { type ErrorDeclaration, type ErrorDeclarations, kernelErrors } from './kernel/errors.ts'

export const errorDeclarations: ErrorDeclarations = {
  ...kernelErrors,
  ...customerErrors,
  ...importErrors,
  ...exportErrors,
  ...documentErrors,
  ...peopleErrors,
  ...animalErrors,
  ...identityErrors,
  ...speciesErrors,
  ...qualityErrors,
  ...systemErrors,
}

/** Rules have many format codes of their own (an ear tag's length); what is not declared above is one of those. */
const formatRefusal: ErrorDeclaration = { status: 422 }

export function statusOf(code: string): number {
  return (errorDeclarations[code] ?? formatRefusal).status
}
