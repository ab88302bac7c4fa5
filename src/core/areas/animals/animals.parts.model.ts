/** What hangs on an animal beside its own fields: inputs of the commands, and rows that are not part of its record. */
import { z } from 'zod'
import { calendarDate, instant, optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'
import { measurementKinds } from './animals.measurements.ts'
import { animalShort } from './animals.model.ts'
import { allStatusReasons, animalStatuses } from './animals.status.ts'

/** A window of a list that is paged by position; its cursor is the position of the next row. */
export const pageInput = (limit: number, most: number) =>
  z.object({
    limit: z.number().int().min(1).max(most).default(limit),
    offset: z.number().int().min(0).default(0),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .describe('nextCursor of the page before; wins over offset'),
  })

export const activityKinds = [
  'observation',
  'examination',
  'treatment',
  'vaccination',
  'movement',
  'weaning',
  'hoof_care',
  'shearing',
  'training',
  'handling',
  'note',
  'other',
] as const

export const statusFields = z.strictObject({
  status: z.enum(animalStatuses),
  reason: z.enum(allStatusReasons).nullable().optional(),
  note: optionalText(500),
  date: calendarDate.optional().describe('the day it happened; today at the site when left out'),
  correction: z.boolean().default(false).describe('the old status was an error'),
  keepRoles: z.boolean().default(false).describe('roles and working number stay when the animal leaves'),
})

export const internalNumberFields = z.strictObject({
  number: requiredText(30),
  startDate: calendarDate.optional().describe('today at the site when left out'),
  reason: optionalText(200),
})

export const animalInternalNumber = z.object({
  ...recordColumns,
  animalId: recordId,
  number: z.string(),
  startDate: z.string(),
  endDate: z.string().nullable(),
  reason: z.string().nullable(),
})

export const activityFields = z.strictObject({
  kind: z.enum(activityKinds),
  happenedAt: instant.optional().describe('now when left out'),
  description: optionalText(4000),
  performedBy: optionalText(120).describe('who did it, when not the person who records it'),
})

export const animalActivity = z.object({
  ...recordColumns,
  animalId: recordId,
  kind: z.enum(activityKinds),
  happenedAt: instant,
  description: z.string().nullable(),
  performedBy: z.string().nullable(),
})

export const measurementFields = z.strictObject({
  kind: z.enum(measurementKinds),
  value: z.number(),
  measuredAt: instant.optional().describe('now when left out'),
  method: optionalText(80),
  note: optionalText(500),
})

/** What a scan or typed text means among the animals. */
export const animalMatch = z.object({
  animal: animalShort,
  by: z.enum(['code', 'identifier', 'internal_number']),
  scheme: z.string().nullable(),
})

export const duplicateReasons = ['identifier', 'name_and_birth'] as const

/** Animals that may be one. */
export const duplicateGroup = z.object({
  reason: z.enum(duplicateReasons),
  /** What they share: an identifier, or name and birth date. */
  shared: z.string(),
  animals: z.array(animalShort),
})

export const namedCount = z.object({ key: z.string().nullable(), count: z.number().int() })

export const animalStats = z.object({
  total: z.number().int().describe('animals of the herd; references are counted apart'),
  references: z.number().int(),
  bySpecies: z.array(namedCount),
  bySex: z.array(namedCount),
  byStatus: z.array(namedCount),
  byBreed: z.array(namedCount).describe('the 30 most frequent'),
  byRole: z.array(namedCount).describe('current roles; an animal may count in several'),
  byAgeClass: z.array(namedCount).describe('of animals kept here'),
  byInbreedingClass: z.array(namedCount),
  withBothParents: z.number().int(),
})

export type StatusFields = z.infer<typeof statusFields>
export type DuplicateGroup = z.infer<typeof duplicateGroup>
export type AnimalStats = z.infer<typeof animalStats>
export type AnimalMatch = z.infer<typeof animalMatch>
