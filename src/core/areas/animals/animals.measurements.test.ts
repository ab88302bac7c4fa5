import { expect, test } from 'vitest'
import {
  doubtMeasurement,
  type MeasuredAnimal,
  type MeasurementKind,
  measurementKinds,
  measurementUnits,
  refuseMeasurement,
} from './animals.measurements.ts'
import { speciesCodes } from './species/species-code.ts'

const cow: MeasuredAnimal = { species: 'bovine', sex: 'female' }
const bull: MeasuredAnimal = { species: 'bovine', sex: 'male' }

const cases: readonly [string, MeasuredAnimal, MeasurementKind, number, string | null][] = [
  ['a cow of 612 kg', cow, 'weight', 612, null],
  ['a cow of 6120 kg', cow, 'weight', 6120, 'weight_implausible'],
  ['a dairy cow scored 3.25 (Edmonson quarter points)', cow, 'condition_score', 3.25, null],
  ['a dairy cow scored 3.1', cow, 'condition_score', 3.1, 'condition_score_step'],
  ['a mare scored 7 of 9 (Henneke)', { species: 'equine', sex: 'female' }, 'condition_score', 7, null],
  ['a cow scored 7', cow, 'condition_score', 7, 'condition_score_out_of_scale'],
  ['a height in metres', cow, 'height', 1.42, 'measurement_implausible'],
  ['a height in centimetres', cow, 'height', 142, null],
  ['milk of a cow', cow, 'milk_yield', 38.5, null],
  ['milk of a bull', bull, 'milk_yield', 10, 'measurement_not_for_sex'],
  ['scrotum of a bull', bull, 'scrotal_circumference', 38, null],
  ['scrotum of a bull in millimetres', bull, 'scrotal_circumference', 380, 'measurement_implausible'],
  [
    'scrotum of a steer',
    { species: 'bovine', sex: 'castrate' },
    'scrotal_circumference',
    38,
    'measurement_not_for_sex',
  ],
  ['a temperature in Fahrenheit', cow, 'temperature', 101.5, 'measurement_implausible'],
]

test.each(cases)('%s', (_, animal, kind, value, code) => {
  expect(refuseMeasurement(animal, kind, value)?.code ?? null).toBe(code)
})

test('fever is worth a look, not a refusal, by the Merck table of normal temperatures', () => {
  expect(doubtMeasurement(cow, 'temperature', 39.3)).toBeNull()
  expect(doubtMeasurement(cow, 'temperature', 40.5)).toMatchObject({ code: 'measurement_unusual', data: { max: 39.3 } })
  // A camel that has not drunk lets its temperature swing.
  expect(doubtMeasurement({ species: 'camel', sex: 'female' }, 'temperature', 34.5)).toBeNull()
})

test('every kind has a unit and no value of the right size is refused for want of a limit', () => {
  for (const kind of measurementKinds) expect(measurementUnits[kind]).not.toBe('')
  for (const species of speciesCodes)
    expect(refuseMeasurement({ species, sex: 'female' }, 'chest_girth', 100)).toBeNull()
})
