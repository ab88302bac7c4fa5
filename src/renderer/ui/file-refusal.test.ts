import { describe, expect, test } from 'vitest'
import { fileRefusal } from './file-refusal.ts'
import { uiTextsEn } from './texts/ui-texts.en.ts'

const rules = { accept: ['.csv', 'image/*'], multiple: false, maxBytes: 1_000_000, lang: 'en', texts: uiTextsEn.files }
const csv = { name: 'Herd.CSV', size: 10, type: 'text/csv' }
const photo = { name: 'noor.jpeg', size: 10, type: 'image/jpeg' }

describe('taking files', () => {
  const cases = [
    { title: 'takes an extension in any case', files: [csv], refusal: null },
    { title: 'takes a kind of mime type', files: [photo], refusal: null },
    {
      title: 'refuses another type by name',
      files: [{ ...csv, name: 'herd.exe', type: '' }],
      refusal: 'herd.exe is not one of .csv, image/*.',
    },
    {
      title: 'refuses what is too large, with the limit',
      files: [{ ...csv, size: 1_000_001 }],
      refusal: 'Herd.CSV is larger than 1 MB.',
    },
    { title: 'refuses several when one is asked', files: [csv, photo], refusal: 'One file at a time.' },
  ]
  test.each(cases)('$title', ({ files, refusal }) => expect(fileRefusal(files, rules)).toBe(refusal))
})
