import { expect, test } from 'vitest'
import { proposeMapping } from './import-mapping.ts'
import type { ImportField } from './import-target.ts'
import { readValue } from './import-values.ts'

function field(key: string, ar: string, ...synonyms: string[]): ImportField {
  return { key, labels: { en: key, ar }, synonyms, required: false, kind: 'text', updatable: true, read: readValue }
}

const fields = [
  field('id', 'الرقم', 'animal', 'ind', 'animal id'),
  field('sire', 'الأب', 'father', 'sire id'),
  field('dam', 'الأم', 'mother'),
  field('birthDate', 'تاريخ الميلاد', 'born', 'date of birth'),
]

const cases: { headings: string[]; mapping: Record<string, number> }[] = [
  { headings: ['Ind', 'Sire', 'Dam'], mapping: { id: 0, sire: 1, dam: 2 } },
  { headings: ['Dam', 'FATHER', 'Animal'], mapping: { dam: 0, sire: 1, id: 2 } },
  { headings: ['birth_date', 'BirthDate', 'animalId'], mapping: { birthDate: 0, id: 2 } },
  { headings: ['رقم', 'اب', 'الأم', 'تاريخ ميلاد'], mapping: { id: 0, sire: 1, dam: 2, birthDate: 3 } },
  {
    headings: ['Animal ID (national)', 'Sire ID of calf', 'Date of birth [d/m/y]'],
    mapping: { id: 0, sire: 1, birthDate: 2 },
  },
  // One-word synonyms inside other headings prove nothing: "animals per pen" is not the animal.
  { headings: ['animals per pen', 'sire breed', 'weight'], mapping: {} },
]

test.each(cases)('$headings', ({ headings, mapping }) => {
  expect(proposeMapping(headings, fields)).toEqual(mapping)
})
