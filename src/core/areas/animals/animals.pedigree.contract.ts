import { z } from 'zod'
import { listOutput } from '../../kernel/listing.ts'
import { command, query, recordId } from '../../kernel/procedure.ts'
import { pageInput } from './animals.parts.model.ts'
import {
  ancestor,
  inbreedingState,
  mating,
  offspring,
  pedigreeTree,
  relationship,
  siblings,
} from './animals.pedigree.model.ts'

const one = z.object({ id: recordId })

export const animalPedigreeContract = {
  pedigree: query({
    action: 'animals.pedigree',
    access: 'animals.read',
    path: '/animals/{id}/pedigree',
    summary: 'Reads the tree of ancestors, with common ancestors, F and completeness',
  })
    .input(one.extend({ generations: z.number().int().min(1).max(6).default(4) }))
    .output(pedigreeTree),

  ancestors: query({
    action: 'animals.ancestors',
    access: 'animals.read',
    path: '/animals/{id}/ancestors',
    summary: 'Lists ancestors, nearest first',
  })
    .input(one.extend({ generations: z.number().int().min(1).max(6).default(6) }))
    .output(z.object({ items: z.array(ancestor) })),

  progeny: query({
    action: 'animals.progeny',
    access: 'animals.read',
    path: '/animals/{id}/progeny',
    summary: 'Lists offspring with their other parent, youngest first',
  })
    .input(pageInput(50, 500).extend({ id: recordId }))
    .output(listOutput(offspring)),

  siblings: query({
    action: 'animals.siblings',
    access: 'animals.read',
    path: '/animals/{id}/siblings',
    summary: 'Lists full and half siblings',
  })
    .input(one)
    .output(siblings),

  relationship: query({
    action: 'animals.relationship',
    access: 'animals.read',
    path: '/animals/relationship',
    summary: 'Calculates how two animals are related',
  })
    .input(z.object({ firstId: recordId, secondId: recordId }))
    .output(relationship),

  mating: query({
    action: 'animals.mating',
    access: 'animals.read',
    path: '/animals/mating',
    summary: 'Calculates the expected inbreeding of offspring, and through whom',
    refuses: ['sire_not_male', 'dam_not_female', 'parent_other_species'],
  })
    .input(z.object({ sireId: recordId, damId: recordId }))
    .output(mating),

  compareMatings: query({
    action: 'animals.compareMatings',
    access: 'animals.read',
    path: '/animals/mating/compare',
    method: 'POST',
    summary: 'Calculates the expected inbreeding of one animal with each of several mates',
  })
    .input(z.object({ id: recordId, mateIds: z.array(recordId).min(1).max(500) }))
    .output(z.object({ items: z.array(z.object({ mateId: recordId, expectedInbreeding: z.number() })) })),

  inbreedingState: query({
    action: 'animals.inbreedingState',
    access: 'animals.read',
    path: '/animals/inbreeding',
    summary: 'Tells how far the calculation of inbreeding is',
  })
    .input(z.object({}))
    .output(inbreedingState),

  recompute: command({
    action: 'animals.recompute',
    access: 'animals.recompute',
    path: '/animals/inbreeding/recompute',
    summary: 'Starts the calculation of inbreeding; answers at once',
    successStatus: 202,
    undoable: false,
    refuses: ['inbreeding_running'],
  })
    .input(z.object({ scope: z.enum(['stale', 'all']).default('stale') }))
    .output(inbreedingState),

  cancelRecompute: command({
    action: 'animals.cancelRecompute',
    access: 'animals.recompute',
    path: '/animals/inbreeding/cancel',
    summary: 'Stops the calculation of inbreeding; what is written stays',
    successStatus: 200,
    undoable: false,
  })
    .input(z.object({}))
    .output(inbreedingState),
}
