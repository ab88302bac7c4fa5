import { describe, expect, test } from 'vitest'
import { bestActions } from './match-actions.ts'

const actions = ['New animal', 'Open animals', 'Animal import', 'Lock screen', 'التخزين'].map((label) => ({
  id: label,
  label,
  run: () => undefined,
}))

describe('actions for what is typed', () => {
  test.each([
    ['anim', ['Animal import', 'New animal', 'Open animals']],
    ['ANIMAL I', ['Animal import']],
    ['lks', ['Lock screen']],
    ['تخز', ['التخزين']],
    ['zzz', []],
  ])('%s', (text, labels) => expect(bestActions(actions, text).map(({ label }) => label)).toEqual(labels))

  test('nothing typed keeps their order', () => expect(bestActions(actions, ' ')).toEqual(actions))

  test('other words lead there too', () => {
    const help = [{ id: 'h', label: 'Help', also: 'manual handbook', run: () => undefined }]
    expect(bestActions(help, 'hand')).toEqual(help)
  })
})
