/** Every code the program may refuse with, and its HTTP status. Texts for people are in the renderer, by code. */
import { customerErrors } from './areas/customers/customers.errors.ts'
import { type ErrorDeclaration, type ErrorDeclarations, kernelErrors } from './kernel/errors.ts'

export const errorDeclarations: ErrorDeclarations = {
  ...kernelErrors,
  ...customerErrors,
}

/** Rules have many format codes of their own (an ear tag's length); what is not declared above is one of those. */
const formatRefusal: ErrorDeclaration = { status: 422 }

export function statusOf(code: string): number {
  return (errorDeclarations[code] ?? formatRefusal).status
}
