import type { AreaTexts } from '../../lib/i18n/area-texts.ts'
import { animalErrorsEn } from './texts/animals-errors.en.ts'
import { animalActionsEn, animalRecordsEn } from './texts/animals-records.en.ts'
import { animalScreensEn } from './texts/animals-screens.en.ts'

export const animalsEn = {
  texts: animalScreensEn,
  // By code only: to the compiler a code that ends in `_one` looks like a plural form.
  errors: animalErrorsEn as Readonly<Record<string, string>>,
  records: animalRecordsEn,
  actions: animalActionsEn,
} satisfies AreaTexts
