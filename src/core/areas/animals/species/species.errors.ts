import type { ErrorDeclarations } from '../../../kernel/errors.ts'

const unprocessable = { status: 422 } as const

/** Why something cannot be recorded of an animal of its species. */
export const speciesErrors = {
  sex_not_in_species: unprocessable,
  weight_implausible: unprocessable,
  condition_score_out_of_scale: unprocessable,
  condition_score_step: unprocessable,
  below_breeding_age: unprocessable,
  breed_unknown: unprocessable,
  breed_of_other_species: unprocessable,
  breed_repeated: unprocessable,
  breed_fraction_invalid: unprocessable,
  breed_fractions_exceed_one: unprocessable,
} as const satisfies ErrorDeclarations
