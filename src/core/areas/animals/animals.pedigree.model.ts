import { z } from 'zod'
import { recordId } from '../../kernel/procedure.ts'
import { animalShort } from './animals.model.ts'

/** A place in a pedigree: 1 the animal, 2 its sire, 3 its dam, and 2n, 2n + 1 the parents of place n. */
export const pedigreeNode = z.object({
  slot: z.number().int(),
  generation: z.number().int().describe('0 the animal, 1 parents ...'),
  animal: animalShort.extend({ sireId: z.string().nullable(), damId: z.string().nullable() }),
  mark: z.string().nullable().describe('letter of a common ancestor, the same at each of its places'),
})

export const commonAncestor = z.object({
  animal: animalShort,
  mark: z.string().nullable(),
  contribution: z.number().describe('its part of F'),
  sireGenerations: z.array(z.number().int()).describe('generations back on the sire side'),
  damGenerations: z.array(z.number().int()),
})

export const completeness = z.object({
  known: z.number().int().describe('known ancestors in the generations shown'),
  possible: z.number().int(),
  byGeneration: z.array(
    z.object({ generation: z.number().int(), known: z.number().int(), possible: z.number().int() }),
  ),
  completenessIndex: z.number().describe('MacCluer 1983, 0 to 1, over the generations shown'),
  equivalentGenerations: z.number().describe('complete generation equivalents, whole pedigree'),
  completeGenerations: z.number().int().describe('whole pedigree'),
  longestLine: z.number().int().describe('generations back to the most distant known ancestor'),
})

export const pedigreeTree = z.object({
  animal: animalShort,
  generations: z.number().int(),
  nodes: z.array(pedigreeNode).describe('filled places only, by slot'),
  inbreeding: z.number().nullable().describe('F; null when the pedigree holds a loop'),
  inbreedingStale: z.boolean(),
  commonAncestors: z.array(commonAncestor).describe('largest contribution first, at most 20'),
  commonAncestorCount: z.number().int(),
  commonAncestorsComplete: z.boolean().describe('false: older ancestors were left out, contributions are lower bounds'),
  completeness,
})

export const ancestor = z.object({
  animal: animalShort,
  slots: z.array(z.number().int()).describe('its places in the pedigree'),
  generation: z.number().int().describe('nearest'),
})

export const offspring = z.object({
  animal: animalShort,
  as: z.enum(['sire', 'dam', 'gestational_dam', 'nuclear_donor']),
  otherParent: animalShort.nullable(),
})

export const siblings = z.object({
  full: z.array(animalShort),
  paternal: z.array(animalShort),
  maternal: z.array(animalShort),
  /** False when one of the lists was cut at 200; page through the parent's offspring then. */
  complete: z.boolean(),
})

export const relationship = z.object({
  first: animalShort,
  second: animalShort,
  additive: z.number().describe('numerator relationship A_ij'),
  coefficient: z.number().describe("Wright's r"),
  kinship: z.number(),
  firstInbreeding: z.number(),
  secondInbreeding: z.number(),
  commonAncestors: z.array(commonAncestor).describe('through whom, at most 20'),
})

export const mating = z.object({
  sire: animalShort,
  dam: animalShort,
  expectedInbreeding: z.number(),
  commonAncestors: z.array(commonAncestor).describe('at most 20'),
})

export const inbreedingState = z.object({
  state: z.enum(['idle', 'running', 'failed']),
  phase: z.enum(['loading', 'calculating', 'writing']).nullable(),
  fraction: z.number().describe('of the phase, 0 to 1'),
  animals: z.number().int().describe('animals in the calculation that runs or ran last'),
  stale: z.number().int().describe('animals whose F waits for calculation'),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  error: z.string().nullable().describe('code'),
  loops: z
    .array(z.array(z.object({ id: recordId, code: z.string(), name: z.string().nullable() })))
    .describe('animals that are their own ancestors'),
})

export type PedigreeTree = z.infer<typeof pedigreeTree>
export type CommonAncestorAnswer = z.infer<typeof commonAncestor>
export type InbreedingState = z.infer<typeof inbreedingState>
export type Relationship = z.infer<typeof relationship>
