import { describe, expect, test } from 'vitest'
import { isShownField, partsOf, referredEntity, rootFieldOf } from './history-fields.ts'

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
