/** All Arabic texts: one line per area. */
import { animalsAr } from '../../areas/animals/animals.ar.ts'
import { customersAr } from '../../areas/customers/customers.ar.ts'
import { devicesAr } from '../../areas/devices/devices.ar.ts'
import { documentsAr } from '../../areas/documents/documents.ar.ts'
import { importsAr } from '../../areas/documents/import-wizard/imports.ar.ts'
import { peopleAr } from '../../areas/people/people.ar.ts'
import { qualityAr } from '../../areas/quality/quality.ar.ts'
import { syncAr } from '../../areas/sync/sync.ar.ts'
import { systemAr } from '../../areas/system/system.ar.ts'
import { todayAr } from '../../areas/today/today.ar.ts'
import { appAr } from './app.ar.ts'
import { gatherTexts } from './gather-texts.ts'

export const areaTextsAr = {
  app: appAr,
  animals: animalsAr,
  customers: customersAr,
  devices: devicesAr,
  documents: documentsAr,
  imports: importsAr,
  people: peopleAr,
  quality: qualityAr,
  sync: syncAr,
  system: systemAr,
  today: todayAr,
}

export const textsAr = gatherTexts(areaTextsAr)
