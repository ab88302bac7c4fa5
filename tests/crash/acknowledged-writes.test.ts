/** The book of acknowledged writes must notice every way a server can lose or invent something, or the kills prove nothing. */
import { describe, expect, test } from 'vitest'
import { findLosses, openWriteBook, type WriteBook, type WrittenKind } from './acknowledged-writes.ts'
import type { RestCaller } from './rest-client.ts'

const kind: WrittenKind = { path: '/customers', field: 'notes', newRecord: (name) => ({ name }) }

type Stored = { id: string; rev: number; name: string; notes: string | null }

const acknowledged: Stored = { id: '1', rev: 2, name: 'Safi', notes: 'second' }

/** A server that lists these records and answers a repeated creation with a new one. */
function serverWith(stored: readonly Stored[]): RestCaller {
  return {
    ask: async (method: string) =>
      (method === 'GET' ? { items: stored, nextCursor: null } : { id: 'repeated', rev: 1 }) as never,
  }
}

/** One record, changed once and acknowledged; `unanswered` was sent afterwards. */
function bookWith(unanswered?: string): WriteBook {
  const book = openWriteBook()
  book.records.push({ kind, id: '1', name: 'Safi', value: 'second', rev: 2, unanswered })
  return book
}

describe('what a restarted server lost', () => {
  test.each<[string, WriteBook, Stored[], string[]]>([
    ['nothing', bookWith(), [acknowledged], []],
    ['an acknowledged record', bookWith(), [], ['Safi was acknowledged and is gone']],
    [
      'an acknowledged change',
      bookWith(),
      [{ ...acknowledged, rev: 1, notes: 'first' }],
      ['Safi holds first, which is neither what was acknowledged nor what was sent last'],
    ],
    [
      'a value that nobody sent',
      bookWith('third'),
      [{ ...acknowledged, notes: 'fourth' }],
      ['Safi holds fourth, which is neither what was acknowledged nor what was sent last'],
    ],
    ['a change of the number only', bookWith(), [{ ...acknowledged, rev: 3 }], ['Safi has rev 3, expected 2']],
    ['a record twice', bookWith(), [acknowledged, { ...acknowledged, id: '2' }], ['Safi was never asked for']],
  ])('names %s', async (_what, book, stored, losses) => {
    expect(await findLosses(serverWith(stored), book, [kind])).toEqual(losses)
  })

  test.each([
    ['old', acknowledged],
    ['new', { ...acknowledged, rev: 3, notes: 'third' }],
  ])('takes the %s value of a change without an answer, and expects that one from then on', async (_which, stored) => {
    const book = bookWith('third')
    expect(await findLosses(serverWith([stored]), book, [kind])).toEqual([])
    expect(book.records).toEqual([
      { kind, id: '1', name: 'Safi', value: stored.notes, rev: stored.rev, unanswered: undefined },
    ])
  })

  test('sends a creation without an answer again, and expects its record from then on', async () => {
    const book = openWriteBook()
    book.creations.push({ kind, name: 'Najd', key: 'key' })
    expect(await findLosses(serverWith([{ id: '9', rev: 1, name: 'Najd', notes: null }]), book, [kind])).toEqual([])
    expect([book.creations, book.records.map((record) => record.id)]).toEqual([[], ['repeated']])
  })
})
