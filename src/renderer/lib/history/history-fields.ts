/** What history knows about fields: which are derived, which name another record, and which records are parts of others. */

/** Kept beside the record by its own rules; a person never enters them. */
const derivedFields: Readonly<Record<string, readonly string[]>> = {
  animal: ['mainBreed', 'nameKey'],
  animalIdentifier: ['position'],
  savedView: ['position'],
}

/** Field by field, the record its value names. */
const references: Readonly<Record<string, string>> = {
  siteId: 'site',
  homeSiteId: 'site',
  customerId: 'customer',
  ownerCustomerId: 'customer',
  animalId: 'animal',
  sireId: 'animal',
  damId: 'animal',
  gestationalDamId: 'animal',
  nuclearDonorId: 'animal',
  userId: 'user',
  ownerUserId: 'user',
  assignedToUserId: 'user',
  performedBy: 'user',
}

/** Record a part belongs to, and the field that says so. */
const parts: Readonly<Record<string, { readonly entity: string; readonly field: string }>> = {
  userRole: { entity: 'user', field: 'userId' },
  customerContact: { entity: 'customer', field: 'customerId' },
  customerAddress: { entity: 'customer', field: 'customerId' },
  customerInteraction: { entity: 'customer', field: 'customerId' },
  animalIdentifier: { entity: 'animal', field: 'animalId' },
  animalRole: { entity: 'animal', field: 'animalId' },
  animalInternalNumber: { entity: 'animal', field: 'animalId' },
  animalActivity: { entity: 'animal', field: 'animalId' },
  animalMeasurement: { entity: 'animal', field: 'animalId' },
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && uuidForm.test(value)
}

/** Whether people should see the field in a history. */
export function isShownField(entity: string, field: string): boolean {
  return derivedFields[entity]?.includes(field) !== true
}

/** Gives the entity of the record a value names, or null when it names none. */
export function referredEntity(entity: string, field: string, value: unknown): string | null {
  if (!isRecordId(value)) return null
  return field === 'mergedIntoId' ? entity : (references[field] ?? null)
}

/** Gives the field by which a part says what it belongs to; null for records of their own. */
export function rootFieldOf(entity: string): string | null {
  return parts[entity]?.field ?? null
}

/** Gives the entities whose records are parts of `entity`. */
export function partsOf(entity: string): string[] {
  return Object.keys(parts).filter((part) => parts[part]?.entity === entity)
}

/** Fields by which a record without a page of its own is called. */
const callingFields = ['name', 'fileName', 'usernameGiven', 'key'] as const

/** Gives what a new record without a page is called, from what it was given; null when nothing names it. */
export function calledBy(
  entity: string,
  set: Readonly<Record<string, unknown>> | undefined,
): { field: string; text: string } | null {
  if (set === undefined || pageOf(entity, '') !== null || rootFieldOf(entity) !== null) return null
  for (const field of callingFields) {
    const text = set[field]
    if (typeof text === 'string' && text !== '') return { field, text }
  }
  return null
}

/** Address of the page of a record; null where there is none. */
export function pageOf(entity: string, id: string): string | null {
  switch (entity) {
    case 'animal':
      return `/animals/${id}`
    case 'customer':
      return `/customers/${id}`
    case 'user':
      return `/system/users/${id}`
    case 'site':
      return `/system/sites/${id}`
    default:
      return null
  }
}
