import { describe, expect, test } from 'vitest'
import { entities } from '../../../node/store/entities.ts'
import { isShownField, partsOf, referredEntity, rootFieldOf } from './history-fields.ts'

const id = '0193b6f2-7f2a-7c4e-9b1d-2f6f3a1c5d70'

describe('parts of records', () => {
  // The node's own declaration of roots (src/node/store/entities.ts) is the standard here.
  test.each(Object.entries(entities))('%s belongs where the node keeps its history', (entity, { root }) => {
    expect(rootFieldOf(entity)).toBe(root === null ? null : root.idField)
    if (root !== null) expect(partsOf(root.entity)).toContain(entity)
  })
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
