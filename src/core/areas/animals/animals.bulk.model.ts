import { z } from 'zod'
import { recordId } from '../../kernel/procedure.ts'
import { animalSelection } from './animals.fields.ts'
import { animalChanges, animalShort } from './animals.model.ts'
import { statusFields } from './animals.parts.model.ts'

/** Most animals one bulk command changes: beyond it the bench would stand still for seconds. */
export const mostBulkAnimals = 10_000

/** Fields that make sense for many animals at once. */
export const bulkChanges = animalChanges
  .pick({
    siteId: true,
    location: true,
    ownerCustomerId: true,
    purpose: true,
    colour: true,
    breeds: true,
    isReference: true,
    parentageState: true,
    sireId: true,
    damId: true,
  })
  .extend({ status: statusFields.optional() })

export const bulkInput = z.strictObject({
  selection: animalSelection,
  changes: bulkChanges,
  skipRefused: z.boolean().default(false).describe('leave out refused animals instead of refusing all'),
})

export const bulkRefusal = z.object({
  animal: animalShort,
  code: z.string(),
  data: z.record(z.string(), z.unknown()),
  field: z.string().nullable(),
})

export const bulkPreview = z.object({
  selected: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  refusals: z.array(bulkRefusal).describe('the first 100'),
  samples: z
    .array(
      z.object({
        animal: animalShort,
        changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
      }),
    )
    .describe('the first 20 that change'),
})

export const bulkAnswer = z.object({
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
})

/** Fields that a merge may take from the record that is given up. */
export const mergeableFields = [
  'name',
  'sex',
  'birthDate',
  'breeds',
  'colour',
  'purpose',
  'castratedOn',
  'isReference',
  'sireId',
  'damId',
  'gestationalDamId',
  'nuclearDonorId',
  'parentageState',
  'ownerCustomerId',
  'siteId',
  'location',
  'notes',
  'status',
] as const

export const mergeInput = z.strictObject({
  id: recordId.describe('the record that is kept'),
  otherId: recordId.describe('the record that is given up'),
  take: z
    .array(z.enum(mergeableFields))
    .default([])
    .describe('fields whose value comes from the one given up; empty ones are filled anyway'),
})

export type BulkChanges = z.infer<typeof bulkChanges>
export type BulkInput = z.infer<typeof bulkInput>
export type MergeableField = (typeof mergeableFields)[number]
