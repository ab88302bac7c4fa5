/** Tells i18next which keys there are, so that a misspelt one does not compile. */
import 'i18next'
import type { textsEn } from './texts.en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof textsEn
    returnNull: false
  }
}
