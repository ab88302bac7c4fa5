/** Starts i18next with the texts of one language; the other is loaded when somebody asks for it. */
import i18next, { type FormatterModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../lib/look/look-choice.tsx'
import { formatDate, formatNumber } from '../../ui/format-values.ts'
import type { textsEn } from './texts.en.ts'

/** Tells i18next which keys there are, so that a misspelt one does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof textsEn
    returnNull: false
  }
}

export interface LanguageTexts {
  readonly namespaces: Readonly<Record<string, object>>
}

/** Each language is a file of its own, fetched once. */
async function textsOf(language: Language): Promise<LanguageTexts> {
  if (language === 'ar') return { namespaces: (await import('./texts.ar.ts')).textsAr }
  return { namespaces: (await import('./texts.en.ts')).textsEn }
}

/** Marks that keep a foreign word from turning the sentence around it; they are invisible. */
const isolate = (text: string): string => `\u2068${text}\u2069`

/** Digits are Latin in every language, and codes and foreign names must not reorder an Arabic sentence. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, format, lng = 'en') => {
    if (format === 'number') return formatNumber(lng, Number(value))
    if (format === 'date') return formatDate(lng, String(value))
    return lng === 'ar' && typeof value === 'string' ? isolate(value) : String(value)
  },
}

/** Starts the texts in `language` and gives the instance. */
export async function startI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance
    .use(initReactI18next)
    .use(formatter)
    .init({
      lng: language,
      fallbackLng: false,
      ns: [],
      defaultNS: 'app',
      resources: {},
      returnNull: false,
      // React escapes what it draws.
      interpolation: { escapeValue: false, alwaysFormat: true },
    })
  await addLanguage(instance, language)
  return instance
}

async function addLanguage(instance: i18n, language: Language): Promise<void> {
  if (instance.hasResourceBundle(language, 'app')) return
  const { namespaces } = await textsOf(language)
  for (const [namespace, texts] of Object.entries(namespaces)) instance.addResourceBundle(language, namespace, texts)
}

/** Shows the page in another language, after its texts are there. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  await addLanguage(instance, language)
  await instance.changeLanguage(language)
}
