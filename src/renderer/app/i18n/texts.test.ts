import { describe, expect, test } from 'vitest'
import { errorDeclarations } from '../../../core/errors.ts'
import { procedureMetas } from '../../../core/procedures.ts'
import { entityNames } from '../../../node/store/entities.ts'
import { areaTextsAr, textsAr } from './texts.ar.ts'
import { areaTextsEn, textsEn } from './texts.en.ts'

const arabicForms = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Every key of a tree of texts, in Arabic's plural forms where English has its two. */
function keysOf(tree: object, forms: 'as written' | 'in Arabic', path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]): string[] => {
    const here = `${path}${key}`
    if (typeof value === 'object' && value !== null) return keysOf(value, forms, `${here}.`)
    if (forms === 'as written') return [here]
    if (key.endsWith('_other') && `${key.slice(0, -'_other'.length)}_one` in tree) return []
    const plural = key.endsWith('_one') && `${key.slice(0, -'_one'.length)}_other` in tree
    return plural ? arabicForms.map((form) => `${here.slice(0, -'one'.length)}${form}`) : [here]
  })
}

function leavesOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  )
}

const namesIn = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort()

describe('both languages', () => {
  test.each(Object.keys(areaTextsEn) as (keyof typeof areaTextsEn)[])('have the same texts for %s', (area) => {
    expect(keysOf(areaTextsAr[area], 'as written').sort()).toEqual(keysOf(areaTextsEn[area], 'in Arabic').sort())
  })

  test('have no empty text but for the count nobody is told of', () => {
    expect(
      [...leavesOf(textsEn), ...leavesOf(textsAr)].filter(
        ([key, text]) => text.trim() === '' && !key.endsWith('_zero'),
      ),
    ).toEqual([])
  })

  test('put in the same facts, except counts that a plural form says in words', () => {
    const arabic = new Map(leavesOf(textsAr))
    const differing = leavesOf(textsEn).filter(([key, text]) => {
      const other = arabic.get(key)
      if (other === undefined || /_(one|other)$/.test(key)) return false
      return namesIn(text).join() !== namesIn(other).join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })
})

describe.each([
  ['English', textsEn],
  ['Arabic', textsAr],
])('%s has words for', (_language, texts) => {
  test('every error code of the program', () => {
    expect(Object.keys(errorDeclarations).filter((code) => texts.errors[code] === undefined)).toEqual([])
  })

  test('what every command did', () => {
    const commands = [...procedureMetas().values()].filter((meta) => meta.kind === 'command').map((meta) => meta.action)
    expect(commands.filter((action) => texts.actions[action] === undefined)).toEqual([])
  })

  test('every kind of record', () => {
    expect(entityNames.filter((entity) => texts.records[entity] === undefined)).toEqual([])
  })
})
