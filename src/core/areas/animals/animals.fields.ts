/** Fields a list of animals can be filtered (and where marked sorted) by: for the filter builder, advanced search and REST. */
import { z } from 'zod'
import { listInput } from '../../kernel/listing.ts'
import { recordId } from '../../kernel/procedure.ts'
import { animalPurposes } from './animals.model.ts'
import { parentageStates } from './animals.parentage.ts'
import { animalRoles } from './animals.roles.ts'
import { animalStatuses } from './animals.status.ts'
import { identifierSchemeCodes } from './identity/identifier-scheme.ts'
import { sexes } from './species/sex.ts'
import { speciesCodes } from './species/species-code.ts'

export interface AnimalListField {
  readonly kind: 'text' | 'choice' | 'number' | 'date' | 'boolean'
  readonly sortable: boolean
  readonly choices?: readonly string[]
}

const text: AnimalListField = { kind: 'text', sortable: true }
const reference: AnimalListField = { kind: 'text', sortable: false }
const date: AnimalListField = { kind: 'date', sortable: true }

export const animalListFields = {
  name: text,
  code: text,
  species: { kind: 'choice', sortable: true, choices: speciesCodes },
  sex: { kind: 'choice', sortable: true, choices: sexes },
  mainBreed: { kind: 'choice', sortable: true },
  status: { kind: 'choice', sortable: true, choices: animalStatuses },
  statusDate: date,
  purpose: { kind: 'choice', sortable: true, choices: animalPurposes },
  parentageState: { kind: 'choice', sortable: true, choices: parentageStates },
  colour: text,
  location: text,
  birthDate: date,
  /** Completed months; sorted by birth date instead. */
  ageMonths: { kind: 'number', sortable: false },
  isReference: { kind: 'boolean', sortable: false },
  siteId: reference,
  ownerCustomerId: reference,
  sireId: reference,
  damId: reference,
  gestationalDamId: reference,
  nuclearDonorId: reference,
  /** Either genetic parent. */
  parentId: reference,
  importBatchId: reference,
  /** How many genetic parents are known: 0, 1 or 2. */
  knownParents: { kind: 'number', sortable: false },
  hasParents: { kind: 'boolean', sortable: false },
  hasOffspring: { kind: 'boolean', sortable: false },
  /** A current role. */
  role: { kind: 'choice', sortable: false, choices: animalRoles },
  /** Any identifier still on the animal, in any spelling. */
  identifier: { kind: 'text', sortable: false },
  identifierScheme: { kind: 'choice', sortable: false, choices: identifierSchemeCodes },
  /** The current working number. */
  internalNumber: { kind: 'text', sortable: false },
  /** F, 0 to 1. */
  inbreeding: { kind: 'number', sortable: false },
  inbreedingStale: { kind: 'boolean', sortable: false },
  /** Has changes HQ has not confirmed. */
  waiting: { kind: 'boolean', sortable: false },
  createdAt: date,
  updatedAt: date,
} as const satisfies Readonly<Record<string, AnimalListField>>

const oneOrMore = <Values extends z.ZodType>(values: Values) => z.union([values, z.array(values).max(50)]).optional()

/** Plain filters of a list of animals: one value, or several of which one must match. */
export const animalFilters = {
  species: oneOrMore(z.enum(speciesCodes)),
  sex: oneOrMore(z.enum(sexes)),
  status: oneOrMore(z.enum(animalStatuses)),
  purpose: oneOrMore(z.enum(animalPurposes)),
  mainBreed: oneOrMore(z.string().max(60)),
  role: oneOrMore(z.enum(animalRoles)),
  siteId: oneOrMore(recordId),
  ownerCustomerId: recordId.optional(),
  sireId: recordId.optional(),
  damId: recordId.optional(),
  parentId: recordId.optional(),
  importBatchId: recordId.optional(),
  isReference: z.boolean().optional(),
  hasParents: z.boolean().optional(),
  hasOffspring: z.boolean().optional(),
  waiting: z.boolean().optional(),
  internalNumber: z.string().trim().max(30).optional(),
}

export const listAnimalsInput = listInput(animalFilters)

/** What a selection is made by: the list request without window and order. */
export const animalSelectionQuery = listAnimalsInput.omit({ limit: true, cursor: true, offset: true, sort: true })

/** Some animals: by id, or all that a list shows except some. */
export const animalSelection = z.union([
  z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
  z.strictObject({ query: animalSelectionQuery, except: z.array(recordId).max(10_000).default([]) }),
])

export type ListAnimals = z.infer<typeof listAnimalsInput>
export type AnimalSelection = z.infer<typeof animalSelection>
