/** All Arabic texts: one line per area. */
import { customersAr } from '../../areas/customers/customers.ar.ts'
import { devicesAr } from '../../areas/devices/devices.ar.ts'
import { documentsAr } from '../../areas/documents/documents.ar.ts'
import { peopleAr } from '../../areas/people/people.ar.ts'
import { qualityAr } from '../../areas/quality/quality.ar.ts'
import { syncAr } from '../../areas/sync/sync.ar.ts'
import { systemAr } from '../../areas/system/system.ar.ts'
import { todayAr } from '../../areas/today/today.ar.ts'
import { appAr } from './app.ar.ts'
import { gatherTexts } from './gather-texts.ts'

export const areaTextsAr = {
  app: appAr,
  customers: customersAr,
  devices: devicesAr,
  documents: documentsAr,
  people: peopleAr,
  quality: qualityAr,
  sync: syncAr,
  system: systemAr,
  today: todayAr,
}

export const textsAr = gatherTexts(areaTextsAr)
