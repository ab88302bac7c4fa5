import type { AreaTexts } from '../../lib/i18n/area-texts.ts'
import { animalErrorsEn } from './texts/animals-errors.en.ts'
import { animalActionsEn, animalRecordsEn } from './texts/animals-records.en.ts'
import { animalScreensEn } from './texts/animals-screens.en.ts'

export const animalsEn = {
  texts: animalScreensEn,
  errors: animalErrorsEn,
  records: animalRecordsEn,
  actions: animalActionsEn,
} satisfies AreaTexts
