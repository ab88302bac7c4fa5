import { z } from 'zod'
import { listOutput } from '../../kernel/listing.ts'
import { calendarDate, command, expectedRev, optionalText, query, recordId } from '../../kernel/procedure.ts'
import { measurementKinds } from './animals.measurements.ts'
import {
  animalIdentifier,
  animalMeasurement,
  animalRecord,
  animalRole,
  identifierFields,
  roleFields,
  warning,
} from './animals.model.ts'
import {
  activityFields,
  animalActivity,
  animalInternalNumber,
  internalNumberFields,
  measurementFields,
  pageInput,
} from './animals.parts.model.ts'
import { animalRoles } from './animals.roles.ts'

const one = z.object({ id: recordId })
const oneIdentifier = one.extend({ identifierId: recordId })
const page = pageInput(100, 500).extend({ id: recordId })
const identifierRefusals = ['identifier_taken', 'identifier_repeated', 'identifier_scheme_species']

export const animalPartsContract = {
  addIdentifier: command({
    action: 'animals.addIdentifier',
    access: 'animals.write',
    path: '/animals/{id}/identifiers',
    summary: 'Adds an identifier at the end of the order',
    refuses: identifierRefusals,
  })
    .input(identifierFields.extend({ id: recordId }))
    .output(animalRecord),

  updateIdentifier: command({
    action: 'animals.updateIdentifier',
    access: 'animals.write',
    path: '/animals/{id}/identifiers/{identifierId}',
    method: 'PUT',
    summary: 'Corrects an identifier',
    refuses: identifierRefusals,
  })
    .input(
      identifierFields.partial().extend({
        id: recordId,
        identifierId: recordId,
        rev: expectedRev.describe('rev of the identifier as last seen'),
      }),
    )
    .output(animalRecord),

  orderIdentifiers: command({
    action: 'animals.orderIdentifiers',
    access: 'animals.write',
    path: '/animals/{id}/identifiers/order',
    summary: 'Puts the identifiers into this order',
    successStatus: 200,
    refuses: ['identifier_order_incomplete'],
  })
    .input(one.extend({ order: z.array(recordId).min(1).max(100) }))
    .output(animalRecord),

  removeIdentifier: command({
    action: 'animals.removeIdentifier',
    access: 'animals.write',
    path: '/animals/{id}/identifiers/{identifierId}',
    method: 'DELETE',
    summary:
      'Notes that an identifier is no longer on the animal; with `mistake` it is laid aside as if never recorded',
    refuses: ['identifier_removed'],
  })
    .input(oneIdentifier.extend({ removedOn: calendarDate.optional(), mistake: z.boolean().default(false) }))
    .output(animalRecord),

  roles: query({
    action: 'animals.roles',
    access: 'animals.read',
    path: '/animals/{id}/roles',
    summary: 'Lists all roles an animal has or had, newest first',
  })
    .input(one)
    .output(z.object({ items: z.array(animalRole) })),

  assignRole: command({
    action: 'animals.assignRole',
    access: 'animals.write',
    path: '/animals/{id}/roles',
    summary: 'Gives an animal a role',
    refuses: [
      'role_not_for_sex',
      'role_already_held',
      'role_after_leaving',
      'role_after_castration',
      'date_in_future',
      'date_before_birth',
      'date_before_start',
    ],
  })
    .input(roleFields.extend({ id: recordId }))
    .output(animalRecord),

  endRole: command({
    action: 'animals.endRole',
    access: 'animals.write',
    path: '/animals/{id}/roles/{role}',
    method: 'DELETE',
    summary: 'Ends a current role',
    refuses: ['role_not_held', 'date_before_start', 'date_in_future'],
  })
    .input(one.extend({ role: z.enum(animalRoles), endDate: calendarDate.optional() }))
    .output(animalRecord),

  internalNumbers: query({
    action: 'animals.internalNumbers',
    access: 'animals.read',
    path: '/animals/{id}/internal-numbers',
    summary: 'Lists the working numbers of an animal, newest first',
  })
    .input(one)
    .output(z.object({ items: z.array(animalInternalNumber) })),

  assignInternalNumber: command({
    action: 'animals.assignInternalNumber',
    access: 'animals.write',
    path: '/animals/{id}/internal-numbers',
    summary: 'Gives a working number; the active one ends that day',
    refuses: ['internal_number_taken', 'internal_number_unchanged', 'date_in_future', 'date_before_start'],
  })
    .input(internalNumberFields.extend({ id: recordId }))
    .output(animalRecord),

  endInternalNumber: command({
    action: 'animals.endInternalNumber',
    access: 'animals.write',
    path: '/animals/{id}/internal-numbers/current',
    method: 'DELETE',
    summary: 'Ends the active working number',
    refuses: ['internal_number_none', 'date_before_start', 'date_in_future'],
  })
    .input(one.extend({ endDate: calendarDate.optional(), reason: optionalText(200) }))
    .output(animalRecord),

  activities: query({
    action: 'animals.activities',
    access: 'animals.read',
    path: '/animals/{id}/activities',
    summary: 'Lists what happened to an animal, newest first',
  })
    .input(page)
    .output(listOutput(animalActivity)),

  addActivity: command({
    action: 'animals.addActivity',
    access: 'animals.record',
    path: '/animals/{id}/activities',
    summary: 'Notes something that happened',
    refuses: ['date_in_future', 'date_before_birth'],
  })
    .input(activityFields.extend({ id: recordId }))
    .output(animalActivity),

  removeActivity: command({
    action: 'animals.removeActivity',
    access: 'animals.record',
    path: '/animals/{id}/activities/{activityId}',
    method: 'DELETE',
    summary: 'Lays a note aside',
  })
    .input(one.extend({ activityId: recordId }))
    .output(one),

  measurements: query({
    action: 'animals.measurements',
    access: 'animals.read',
    path: '/animals/{id}/measurements',
    summary: 'Lists measurements, newest first',
  })
    .input(
      page.extend({
        kind: z.enum(measurementKinds).optional(),
        withCorrected: z.boolean().default(false).describe('also rows that were corrected'),
      }),
    )
    .output(listOutput(animalMeasurement)),

  measure: command({
    action: 'animals.measure',
    access: 'animals.record',
    path: '/animals/{id}/measurements',
    summary: 'Records measurements taken together',
    refuses: [
      'measurement_implausible',
      'measurement_not_for_sex',
      'weight_implausible',
      'condition_score_out_of_scale',
      'condition_score_step',
      'date_in_future',
      'date_before_birth',
    ],
  })
    .input(one.extend({ measurements: z.array(measurementFields).min(1).max(20) }))
    .output(z.object({ items: z.array(animalMeasurement), warnings: z.array(warning) })),

  correctMeasurement: command({
    action: 'animals.correctMeasurement',
    access: 'animals.record',
    path: '/animals/{id}/measurements/{measurementId}/correct',
    summary: 'Replaces a measurement by a right one, or takes it back with value null',
    refuses: ['measurement_corrected', 'measurement_implausible'],
  })
    .input(one.extend({ measurementId: recordId, value: z.number().nullable(), note: optionalText(500) }))
    .output(z.object({ item: animalMeasurement, warnings: z.array(warning) })),

  identifiers: query({
    action: 'animals.identifiers',
    access: 'animals.read',
    path: '/animals/{id}/identifiers',
    summary: 'Lists the identifiers of an animal in order, removed ones last',
  })
    .input(one)
    .output(z.object({ items: z.array(animalIdentifier) })),
}
