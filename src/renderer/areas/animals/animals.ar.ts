import type { InArabic } from '../../lib/i18n/area-texts.ts'
import type { animalsEn } from './animals.en.ts'
import { animalErrorsAr } from './texts/animals-errors.ar.ts'
import { animalActionsAr, animalRecordsAr } from './texts/animals-records.ar.ts'
import { animalScreensAr } from './texts/animals-screens.ar.ts'

export const animalsAr: InArabic<typeof animalsEn> = {
  texts: animalScreensAr,
  errors: animalErrorsAr,
  records: animalRecordsAr,
  actions: animalActionsAr,
}
