/** The schema of the animal form: the contract's own, with the core's rules put to their fields. */
import type { z } from 'zod'
import {
  type AnimalChanges,
  type AnimalFields,
  type AnimalRecord,
  animalChanges,
  animalFields,
} from '../../../../core/areas/animals/animals.model.ts'
import { canHoldRole } from '../../../../core/areas/animals/animals.roles.ts'
import { refuseOwnFacts } from '../../../../core/areas/animals/animals.rules.ts'
import { isKept } from '../../../../core/areas/animals/animals.status.ts'
import { refuseIdentifier } from '../../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Refusal } from '../../../../core/kernel/refusal.ts'
import { refusal } from '../../../../core/kernel/refusal.ts'

/** Last day that has begun somewhere on Earth: UTC+14. The node judges by the same day. */
export function latestDate(now: Date = new Date()): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
}

export const animalFormSchema = animalFields.superRefine((values, context) => {
  const refuse = (found: Refusal | null, path: readonly (string | number)[]) => {
    if (found === null) return
    context.addIssue({ code: 'custom', path: [...path], params: { code: found.code, data: found.data } })
  }
  const own = refuseOwnFacts(
    {
      species: values.species,
      sex: values.sex,
      birthDate: values.birthDate ?? null,
      castratedOn: values.castratedOn ?? null,
      breeds: values.breeds ?? [],
    },
    latestDate(),
  )
  refuse(own, own?.field?.split('.') ?? [])
  for (const [at, identifier] of values.identifiers.entries()) {
    const found = refuseIdentifier(identifier.scheme, identifier.value, {
      species: values.species,
      sex: values.sex,
      ...(identifier.allowUnlistedBreed === true ? { allowUnlistedBreed: true } : {}),
    })
    refuse(found, ['identifiers', at, found?.field ?? 'value'])
  }
  for (const { role } of values.roles) {
    if (!canHoldRole(role, values.sex)) refuse(refusal('role_not_for_sex', { role, sex: values.sex }), ['roles'])
  }
  if (!isKept(values.status) && (values.statusReason ?? null) === null)
    refuse(refusal('status_reason_missing', { status: values.status }), ['statusReason'])
  if (values.statusReason === 'other' && (values.statusNote ?? null) === null)
    refuse(refusal('status_note_missing', { status: values.status }), ['statusNote'])
})

export type AnimalFormInput = z.input<typeof animalFormSchema>

/** The code and facts of an issue that one of our rules raised; null for the kit's own. */
export function ruleIssue(issue: z.core.$ZodIssue): { code: string; data: Record<string, unknown> } | null {
  if (issue.code !== 'custom') return null
  const { code, data } = (issue.params ?? {}) as { code?: unknown; data?: unknown }
  return typeof code === 'string' ? { code, data: (data ?? {}) as Record<string, unknown> } : null
}

/** The form's values for an animal that exists. Identifiers, roles, number and status are edited on its page. */
export function valuesOf(record: AnimalRecord): Partial<AnimalFields> {
  const values = Object.fromEntries(changeKeys.map((key) => [key, (record as Readonly<Record<string, unknown>>)[key]]))
  return {
    ...values,
    status: record.status,
    statusReason: record.statusReason as AnimalFields['statusReason'],
    statusNote: record.statusNote,
    identifiers: [],
    roles: [],
  } as Partial<AnimalFields>
}

const changeKeys = Object.keys(animalChanges.shape) as (keyof AnimalChanges)[]

/** What differs from the record, so that a change touches only what the person touched. */
export function changesOf(record: AnimalRecord, values: AnimalFields): AnimalChanges {
  const before = record as Readonly<Record<string, unknown>>
  const changed = changeKeys.filter(
    (key) => values[key] !== undefined && JSON.stringify(values[key] ?? null) !== JSON.stringify(before[key] ?? null),
  )
  return Object.fromEntries(changed.map((key) => [key, values[key]])) as AnimalChanges
}
