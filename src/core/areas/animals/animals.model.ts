import { z } from 'zod'
import { calendarDate, instant, optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'
import { birthDatePrecisions } from './animals.age.ts'
import { measurementKinds } from './animals.measurements.ts'
import { parentageStates } from './animals.parentage.ts'
import { animalRoles } from './animals.roles.ts'
import { allStatusReasons, animalStatuses } from './animals.status.ts'
import { identifierSchemeCodes } from './identity/identifier-scheme.ts'
import { longestIdentifier } from './identity/identifier-schemes.ts'
import { sexes } from './species/sex.ts'
import { speciesCodes } from './species/species-code.ts'

export const animalPurposes = [
  'breeding',
  'dairy',
  'meat',
  'racing',
  'show',
  'research',
  'conservation',
  'companion',
] as const

export const breedPart = z.strictObject({
  breed: requiredText(60),
  fraction: z.number().gt(0).max(1).describe('part of 1; what is missing to 1 is unknown'),
})

/** The fields of an animal that may be changed, each optional and without a default, so that a change touches only what it names. */
export const animalChanges = z.strictObject({
  name: optionalText(120),
  species: z.enum(speciesCodes).optional(),
  sex: z.enum(sexes).optional(),
  birthDate: calendarDate.nullable().optional(),
  birthDatePrecision: z
    .enum(birthDatePrecisions)
    .nullable()
    .optional()
    .describe('how much of the birth date is known; day when left out'),
  breeds: z.array(breedPart).max(16).optional().describe('left out when adding: derived from the parents'),
  colour: optionalText(80),
  purpose: z.enum(animalPurposes).nullable().optional(),
  castratedOn: calendarDate.nullable().optional(),
  isReference: z.boolean().optional().describe('known only as a parent or semen donor, not kept here'),
  sireId: recordId.nullable().optional(),
  damId: recordId.nullable().optional().describe('genetic dam'),
  gestationalDamId: recordId.nullable().optional().describe('recipient that carried it'),
  nuclearDonorId: recordId.nullable().optional().describe('for a clone'),
  parentageState: z.enum(parentageStates).optional(),
  ownerCustomerId: recordId.nullable().optional(),
  siteId: recordId.optional(),
  location: optionalText(120),
  notes: optionalText(10_000),
})

export const identifierFields = z.strictObject({
  scheme: z.enum(identifierSchemeCodes),
  value: requiredText(longestIdentifier * 2),
  issuedOn: calendarDate.nullable().optional(),
  note: optionalText(500),
  allowUnlistedBreed: z.boolean().optional().describe('a person confirms a breed code our tables do not hold'),
})

export const roleFields = z.strictObject({
  role: z.enum(animalRoles),
  startDate: calendarDate.optional().describe('today at the site when left out'),
  endDate: calendarDate.nullable().optional(),
  note: optionalText(500),
})

/** What a person enters about a new animal, with everything that hangs on it, in one command. */
export const animalFields = animalChanges.extend({
  id: recordId.optional().describe('UUID minted by the caller, so that one batch can name parents within itself'),
  species: z.enum(speciesCodes),
  sex: z.enum(sexes),
  isReference: z.boolean().default(false),
  parentageState: z.enum(parentageStates).default('recorded'),
  status: z.enum(animalStatuses).default('active'),
  statusReason: z.enum(allStatusReasons).nullable().optional(),
  statusNote: optionalText(500),
  statusDate: calendarDate.nullable().optional(),
  identifiers: z.array(identifierFields).max(20).default([]),
  roles: z.array(roleFields).max(10).default([]),
  internalNumber: optionalText(30),
  internalNumberFrom: calendarDate.nullable().optional(),
})

/** Something worth showing that is not refused: a code and its facts, texts by code. */
export const warning = z.object({
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
  field: z.string().optional(),
})

export const shortIdentifier = z.object({
  scheme: z.enum(identifierSchemeCodes),
  value: z.string().describe('normalised'),
  printed: z.string().describe('as people read it'),
})

/** An animal in one line: for pickers, trees and lists of relatives. A hidden one is at a site the caller may not see. */
export const animalShort = z.object({
  id: recordId,
  code: z.string(),
  name: z.string().nullable(),
  species: z.enum(speciesCodes),
  sex: z.enum(sexes),
  birthDate: z.string().nullable(),
  birthDatePrecision: z.enum(birthDatePrecisions).nullable(),
  mainBreed: z.string().nullable(),
  status: z.enum(animalStatuses),
  isReference: z.boolean(),
  siteId: recordId,
  internalNumber: z.string().nullable(),
  identifier: shortIdentifier.nullable().describe('first of its identifiers'),
  inbreeding: z.number().nullable().describe('F; null while it has never been calculated'),
  archived: z.boolean(),
  hidden: z.boolean(),
})

const animalColumns = {
  ...recordColumns,
  siteId: recordId,
  code: z.string(),
  name: z.string().nullable(),
  species: z.enum(speciesCodes),
  sex: z.enum(sexes),
  birthDate: z.string().nullable(),
  birthDatePrecision: z.enum(birthDatePrecisions).nullable(),
  breeds: z.array(z.object({ breed: z.string(), fraction: z.number() })),
  mainBreed: z.string().nullable(),
  colour: z.string().nullable(),
  status: z.enum(animalStatuses),
  statusReason: z.string().nullable(),
  statusNote: z.string().nullable(),
  statusDate: z.string().nullable(),
  purpose: z.enum(animalPurposes).nullable(),
  castratedOn: z.string().nullable(),
  isReference: z.boolean(),
  sireId: z.string().nullable(),
  damId: z.string().nullable(),
  gestationalDamId: z.string().nullable(),
  nuclearDonorId: z.string().nullable(),
  parentageState: z.enum(parentageStates),
  ownerCustomerId: z.string().nullable(),
  location: z.string().nullable(),
  notes: z.string().nullable(),
  importBatchId: z.string().nullable(),
}

/** A line of the grid. */
export const animalListItem = z.object({
  ...animalColumns,
  ageMonths: z.number().int().nullable().describe('completed months, today or at death'),
  internalNumber: z.string().nullable(),
  identifiers: z.array(shortIdentifier).describe('those still on the animal, in order'),
  roles: z.array(z.enum(animalRoles)).describe('current ones'),
  inbreeding: z.number().nullable(),
  inbreedingStale: z.boolean(),
  sire: animalShort.nullable(),
  dam: animalShort.nullable(),
  ownerName: z.string().nullable(),
  waiting: z.boolean().describe('has changes that HQ has not confirmed yet'),
})

export const animalIdentifier = z.object({
  ...recordColumns,
  animalId: recordId,
  ...shortIdentifier.shape,
  position: z.number().int(),
  issuedOn: z.string().nullable(),
  removedOn: z.string().nullable(),
  note: z.string().nullable(),
  marks: z.array(z.string()).describe('legacy, test_transponder, manufacturer_number, withdrawn_country'),
})

export const animalRole = z.object({
  ...recordColumns,
  animalId: recordId,
  role: z.enum(animalRoles),
  startDate: z.string(),
  endDate: z.string().nullable(),
  note: z.string().nullable(),
  current: z.boolean(),
})

export const animalMeasurement = z.object({
  ...recordColumns,
  animalId: recordId,
  kind: z.enum(measurementKinds),
  value: z.number().nullable().describe('null: the corrected row is taken back'),
  unit: z.string(),
  measuredAt: instant,
  method: z.string().nullable(),
  note: z.string().nullable(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable().describe('the row that replaces this one'),
})

/** The whole record of one animal. */
export const animalRecord = z.object({
  ...animalListItem.shape,
  allIdentifiers: z.array(animalIdentifier).describe('removed ones too'),
  currentRoles: z.array(animalRole),
  gestationalDam: animalShort.nullable(),
  nuclearDonor: animalShort.nullable(),
  owner: z.object({ id: recordId, code: z.string(), name: z.string() }).nullable(),
  latestMeasurements: z.array(animalMeasurement).describe('newest of each kind'),
  offspringCount: z.number().int(),
  mergedFrom: z.array(z.object({ id: recordId, code: z.string() })),
  warnings: z.array(warning).describe('what the last command found unlikely; empty when reading'),
})

export type AnimalFields = z.infer<typeof animalFields>
export type AnimalChanges = z.infer<typeof animalChanges>
export type AnimalShort = z.infer<typeof animalShort>
export type AnimalListItem = z.infer<typeof animalListItem>
export type AnimalRecord = z.infer<typeof animalRecord>
export type AnimalIdentifier = z.infer<typeof animalIdentifier>
export type AnimalRoleRow = z.infer<typeof animalRole>
export type AnimalMeasurement = z.infer<typeof animalMeasurement>
export type Warning = z.infer<typeof warning>
