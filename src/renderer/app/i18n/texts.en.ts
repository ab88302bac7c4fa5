/** All English texts: one line per area. */
import { animalsEn } from '../../areas/animals/animals.en.ts'
import { customersEn } from '../../areas/customers/customers.en.ts'
import { devicesEn } from '../../areas/devices/devices.en.ts'
import { documentsEn } from '../../areas/documents/documents.en.ts'
import { importsEn } from '../../areas/documents/import-wizard/imports.en.ts'
import { peopleEn } from '../../areas/people/people.en.ts'
import { qualityEn } from '../../areas/quality/quality.en.ts'
import { syncEn } from '../../areas/sync/sync.en.ts'
import { systemEn } from '../../areas/system/system.en.ts'
import { todayEn } from '../../areas/today/today.en.ts'
import { appEn } from './app.en.ts'
import { gatherTexts } from './gather-texts.ts'

export const areaTextsEn = {
  app: appEn,
  animals: animalsEn,
  customers: customersEn,
  devices: devicesEn,
  documents: documentsEn,
  imports: importsEn,
  people: peopleEn,
  quality: qualityEn,
  sync: syncEn,
  system: systemEn,
  today: todayEn,
}

export const textsEn = gatherTexts(areaTextsEn)
