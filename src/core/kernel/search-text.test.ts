import { describe, expect, test } from 'vitest'
import { foldText, searchBody, searchWords } from './search-text.ts'

describe('text as people search it', () => {
  test.each([
    ['accents', 'Höhenrück', 'hohenruck'],
    ['alef with hamza and bare alef', 'أحمد', 'احمد'],
    ['taa marbuta and haa', 'نورة', 'نوره'],
    ['harakat and tatweel', 'مُحَـمَّد', 'محمد'],
    ['alef maksura and yaa', 'مصطفى', 'مصطفي'],
    ['Arabic-Indic digits', '٦٨٢', '682'],
  ])('folds %s', (_what, text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('splits at everything that is neither letter nor digit', () => {
    expect(searchWords('Safi Rubicon-Layal (H-4390)')).toEqual(['safi', 'rubicon', 'layal', 'h', '4390'])
  })

  test('keeps codes findable with and without their punctuation', () => {
    expect(searchBody(['H-4417', '682 000114203776'])).toBe('h 4417 h4417 682 000114203776 682000114203776')
  })

  test('leaves out what is missing', () => {
    expect(searchBody([null, undefined, ''])).toBe('')
  })
})
