import { describe, expect, test } from 'vitest'
import { shownQuery, toAnimalRequest, toAnimalSelection } from './register-request.ts'

describe('request of the register', () => {
  // Who is older was born earlier, so the two run against each other.
  test.each([
    ['youngest first', 'ageMonths', '-birthDate'],
    ['oldest first', '-ageMonths', 'birthDate'],
    ['among others', 'species,-ageMonths,name', 'species,birthDate,name'],
    ['without age', '-name', '-name'],
  ])('sorts age by birth date: %s', (_name, sort, expected) => {
    expect(toAnimalRequest({ sort })).toEqual({ sort: expected })
  })

  // 6.25 % is 1/16.
  test('asks for inbreeding as a fraction, at any depth', () => {
    const where = {
      all: [
        { field: 'inbreeding', op: 'gte' as const, value: 6.25 },
        {
          any: [
            { field: 'inbreeding', op: 'between' as const, value: [12.5, 25] },
            { field: 'ageMonths', op: 'gt' as const, value: 12 },
          ],
        },
      ],
    }
    expect(toAnimalRequest({ where }).where).toEqual({
      all: [
        { field: 'inbreeding', op: 'gte', value: 0.0625 },
        {
          any: [
            { field: 'inbreeding', op: 'between', value: [0.125, 0.25] },
            { field: 'ageMonths', op: 'gt', value: 12 },
          ],
        },
      ],
    })
  })

  test('a selection of all but some carries what the list shows', () => {
    const shown = {
      filter: { all: [{ field: 'role', op: 'isAnyOf' as const, value: ['donor'] }] },
      q: ' noor ',
      filters: { siteId: 's1' },
    }
    expect(toAnimalSelection({ mode: 'allExcept', keys: new Set(['a']) }, shown)).toEqual({
      query: { siteId: 's1', q: 'noor', where: { all: [{ field: 'role', op: 'in', value: ['donor'] }] } },
      except: ['a'],
    })
    expect(toAnimalSelection({ mode: 'some', keys: new Set(['a', 'b']) }, shown)).toEqual({ ids: ['a', 'b'] })
    expect(shownQuery({ filter: null, q: '', filters: {} })).toEqual({})
  })
})
