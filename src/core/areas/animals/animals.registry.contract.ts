import { z } from 'zod'
import { listOutput } from '../../kernel/listing.ts'
import { command, expectedRev, query, recordId } from '../../kernel/procedure.ts'
import { bulkAnswer, bulkInput, bulkPreview, mergeInput } from './animals.bulk.model.ts'
import { animalSelectionQuery, listAnimalsInput } from './animals.fields.ts'
import { animalChanges, animalFields, animalListItem, animalRecord, animalShort, warning } from './animals.model.ts'
import { animalMatch, animalStats, duplicateGroup, pageInput, statusFields } from './animals.parts.model.ts'
import { sexes } from './species/sex.ts'
import { speciesCodes } from './species/species-code.ts'

const one = z.object({ id: recordId })
const oneRev = one.extend({ rev: expectedRev })

const parentRefusals = [
  'parents_are_one_animal',
  'self_parent',
  'sire_not_male',
  'dam_not_female',
  'parent_other_species',
  'parent_younger_than_offspring',
  'clone_other_sex',
  'pedigree_loop',
]
const ownRefusals = [
  'sex_not_in_species',
  'breed_unknown',
  'breed_of_other_species',
  'breed_fractions_exceed_one',
  'date_in_future',
  'site_required',
]

export const animalRegistryContract = {
  list: query({ action: 'animals.list', access: 'animals.read', path: '/animals', summary: 'Lists animals' })
    .input(listAnimalsInput)
    .output(listOutput(animalListItem)),

  advancedSearch: query({
    action: 'animals.advancedSearch',
    access: 'animals.read',
    path: '/animals/advanced-search',
    method: 'POST',
    summary: 'Lists animals by groups of conditions given in the body',
  })
    .input(listAnimalsInput)
    .output(listOutput(animalListItem)),

  archived: query({
    action: 'animals.archived',
    access: 'animals.archive',
    path: '/animals/archived',
    summary: 'Lists animals laid aside, newest first',
  })
    .input(pageInput(50, 200))
    .output(listOutput(animalShort.extend({ archivedAt: z.string(), mergedIntoId: z.string().nullable() }))),

  stats: query({
    action: 'animals.stats',
    access: 'animals.read',
    path: '/animals/stats',
    summary: 'Counts animals by species, sex, status, role, age and inbreeding',
  })
    .input(animalSelectionQuery)
    .output(animalStats),

  lookup: query({
    action: 'animals.lookup',
    access: 'animals.read',
    path: '/animals/lookup',
    summary: 'Finds animals by the beginning of words, for pickers and the palette; best match first',
  })
    .input(
      z.object({
        q: z.string().trim().max(200),
        species: z.union([z.enum(speciesCodes), z.array(z.enum(speciesCodes))]).optional(),
        sex: z.union([z.enum(sexes), z.array(z.enum(sexes))]).optional(),
        except: recordId.optional(),
        limit: z.number().int().min(1).max(50).default(10),
      }),
    )
    .output(z.object({ items: z.array(animalShort) })),

  resolve: query({
    action: 'animals.resolve',
    access: 'animals.read',
    path: '/animals/resolve',
    summary: 'Tells which animals a scanned or typed code means',
  })
    .input(z.object({ code: z.string().trim().min(1).max(200) }))
    .output(z.object({ matches: z.array(animalMatch) })),

  get: query({
    action: 'animals.get',
    access: 'animals.read',
    path: '/animals/{id}',
    summary: 'Reads one animal with identifiers, roles, number, parents, owner, inbreeding and latest measurements',
  })
    .input(one)
    .output(animalRecord),

  check: query({
    action: 'animals.check',
    access: 'animals.read',
    path: '/animals/check',
    method: 'POST',
    summary: 'Checks a new animal before it is added: refusals, warnings, possible duplicates',
  })
    .input(animalFields)
    .output(
      z.object({
        refusals: z.array(warning),
        warnings: z.array(warning),
        duplicates: z.array(duplicateGroup),
        expectedInbreeding: z.number().nullable().describe('F from the parents, when both are known'),
      }),
    ),

  create: command({
    action: 'animals.create',
    access: 'animals.write',
    path: '/animals',
    summary: 'Adds an animal with identifiers, roles, working number, breeds and parents',
    refuses: [
      ...ownRefusals,
      ...parentRefusals,
      'identifier_taken',
      'identifier_repeated',
      'internal_number_taken',
      'role_not_for_sex',
    ],
  })
    .input(animalFields)
    .output(animalRecord),

  update: command({
    action: 'animals.update',
    access: 'animals.write',
    path: '/animals/{id}',
    method: 'PUT',
    summary: 'Changes the given fields of an animal',
    refuses: [
      ...ownRefusals,
      ...parentRefusals,
      'sex_has_offspring_as_sire',
      'sex_has_offspring_as_dam',
      'sex_has_role',
      'species_has_family',
    ],
  })
    .input(animalChanges.extend({ id: recordId, rev: expectedRev }))
    .output(animalRecord),

  changeStatus: command({
    action: 'animals.changeStatus',
    access: 'animals.write',
    path: '/animals/{id}/status',
    summary: 'Changes where an animal stands in its life; leaving ends its roles and working number',
    successStatus: 200,
    refuses: [
      'status_unchanged',
      'status_transition',
      'status_dead_is_final',
      'status_reason_missing',
      'status_reason_other_status',
      'status_note_missing',
      'status_correction_note_missing',
      'status_date_before_last',
      'date_in_future',
      'date_before_birth',
    ],
  })
    .input(statusFields.extend({ id: recordId, rev: expectedRev }))
    .output(animalRecord),

  archive: command({
    action: 'animals.archive',
    access: 'animals.archive',
    path: '/animals/{id}',
    method: 'DELETE',
    summary: 'Lays an animal aside; it stays in the pedigree of its offspring',
  })
    .input(oneRev)
    .output(one),

  restore: command({
    action: 'animals.restore',
    access: 'animals.archive',
    path: '/animals/{id}/restore',
    summary: 'Takes an animal back that was laid aside',
    successStatus: 200,
    refuses: ['identifier_taken'],
  })
    .input(one)
    .output(animalRecord),

  bulkPreview: query({
    action: 'animals.bulkPreview',
    access: 'animals.bulk',
    path: '/animals/bulk-preview',
    method: 'POST',
    summary: 'Shows what a bulk edit would change, and which animals it refuses and why',
    refuses: ['bulk_too_many'],
  })
    .input(bulkInput)
    .output(bulkPreview),

  bulkUpdate: command({
    action: 'animals.bulkUpdate',
    access: 'animals.bulk',
    path: '/animals/bulk-update',
    method: 'PUT',
    summary: 'Changes the given fields of many animals in one transaction',
    refuses: ['bulk_too_many', 'bulk_rows_refused'],
  })
    .input(bulkInput)
    .output(bulkAnswer),

  bulkArchive: command({
    action: 'animals.bulkArchive',
    access: 'animals.archive',
    path: '/animals/bulk-delete',
    method: 'DELETE',
    summary: 'Lays many animals aside in one transaction',
    refuses: ['bulk_too_many'],
  })
    .input(bulkInput.pick({ selection: true }))
    .output(z.object({ archived: z.number().int() })),

  duplicates: query({
    action: 'animals.duplicates',
    access: 'animals.read',
    path: '/animals/duplicates',
    summary: 'Lists animals that may be one: a shared identifier, or name, birth date and species',
  })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ groups: z.array(duplicateGroup) })),

  duplicatesOf: query({
    action: 'animals.duplicatesOf',
    access: 'animals.read',
    path: '/animals/{id}/duplicates',
    summary: 'Lists animals that may be this one',
  })
    .input(one)
    .output(z.object({ groups: z.array(duplicateGroup) })),

  merge: command({
    action: 'animals.merge',
    access: 'animals.merge',
    path: '/animals/{id}/merge',
    summary: 'Makes two records of one animal into one; everything that hung on the other is re-pointed',
    successStatus: 200,
    refuses: ['merge_same', 'merge_other_species', 'merge_other_sex', 'merge_relatives'],
  })
    .input(mergeInput)
    .output(animalRecord),
}
