import type { AnimalFields } from '../../../core/areas/animals/animals.model.ts'
import type { Refusal } from '../../../core/kernel/refusal.ts'
import type { NewRow } from '../../store/entities.ts'

/** A draft as the service takes it; `importBatchId` only for rows of a file. */
export type AnimalDraft = AnimalFields & { readonly importBatchId?: string | null }

export type IdentifiedDraft = AnimalDraft & { readonly id: string }

export type NewAnimalRow = Omit<NewRow<'animal'>, 'code'> & { readonly id: string }

/** One animal ready to be written, or the reasons why not. Fields of refusals are those of the draft. */
export interface PlannedAnimal {
  readonly row: NewAnimalRow
  readonly identifiers: readonly NewRow<'animalIdentifier'>[]
  readonly roles: readonly NewRow<'animalRole'>[]
  readonly number: NewRow<'animalInternalNumber'> | null
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Refusal[]
}
