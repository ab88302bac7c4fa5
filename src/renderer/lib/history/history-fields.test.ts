import { describe, expect, test } from 'vitest'
import { calledBy, isShownField, partsOf, referredEntity, rootFieldOf } from './history-fields.ts'

const id = '0193b6f2-7f2a-7c4e-9b1d-2f6f3a1c5d70'

describe('parts of records', () => {
  // Roots as the node declares them in src/node/store/entities.ts, which screens may not import.
  test.each([
    { part: 'userRole', root: 'user', by: 'userId' },
    { part: 'customerContact', root: 'customer', by: 'customerId' },
    { part: 'customerAddress', root: 'customer', by: 'customerId' },
    { part: 'customerInteraction', root: 'customer', by: 'customerId' },
    { part: 'animalIdentifier', root: 'animal', by: 'animalId' },
    { part: 'animalRole', root: 'animal', by: 'animalId' },
    { part: 'animalInternalNumber', root: 'animal', by: 'animalId' },
    { part: 'animalActivity', root: 'animal', by: 'animalId' },
    { part: 'animalMeasurement', root: 'animal', by: 'animalId' },
  ])('$part belongs to $root by $by', ({ part, root, by }) => {
    expect(partsOf(root)).toContain(part)
    expect(rootFieldOf(part)).toBe(by)
  })

  test.each(['animal', 'customer', 'user', 'site', 'attachment', 'signInEvent'])(
    '%s belongs to nothing else',
    (entity) => {
      expect(rootFieldOf(entity)).toBeNull()
    },
  )
})

describe('fields of a history', () => {
  test.each([
    { entity: 'animal', field: 'sireId', value: id, names: 'animal' },
    { entity: 'animal', field: 'ownerCustomerId', value: id, names: 'customer' },
    { entity: 'customer', field: 'mergedIntoId', value: id, names: 'customer' },
    { entity: 'animal', field: 'mergedIntoId', value: id, names: 'animal' },
    { entity: 'customer', field: 'taxId', value: '300123456700003', names: null },
    { entity: 'animalActivity', field: 'performedBy', value: 'Dr. Saleh', names: null },
    { entity: 'animal', field: 'sireId', value: null, names: null },
  ])('$entity.$field = $value names $names', ({ entity, field, value, names }) => {
    expect(referredEntity(entity, field, value)).toBe(names)
  })

  test('the position of a person is shown, the position of a tag is not', () => {
    expect(isShownField('user', 'position')).toBe(true)
    expect(isShownField('animalIdentifier', 'position')).toBe(false)
  })
})

describe('what a new record without a page is called', () => {
  test.each([
    {
      entity: 'savedView',
      set: { list: 'animals', name: 'Donors due' },
      called: { field: 'name', text: 'Donors due' },
    },
    { entity: 'attachment', set: { fileName: 'consent.pdf' }, called: { field: 'fileName', text: 'consent.pdf' } },
    { entity: 'signInEvent', set: { usernameGiven: 'huda' }, called: { field: 'usernameGiven', text: 'huda' } },
    { entity: 'nodeSetting', set: { key: 'benchName' }, called: { field: 'key', text: 'benchName' } },
    { entity: 'customer', set: { name: 'Al Safa' }, called: null },
    { entity: 'customerContact', set: { name: 'Reem' }, called: null },
    { entity: 'attachment', set: undefined, called: null },
  ])('$entity with $set is called $called', ({ entity, set, called }) => {
    expect(calledBy(entity, set)).toEqual(called)
  })
})
