/** Contacts, addresses, interactions and the line of time of a customer, on every engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('parts of customers on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
    })
    afterAll(async () => {
      await node.close()
    })

    const aCustomer = async (name: string) => (await client.customers.create({ name, type: 'organization' })).id
    const primaries = async (id: string) =>
      (await client.customers.contacts({ id })).items.map((one) => [one.name, one.isPrimary])

    test('of the contacts exactly one is primary, whatever is added, changed or removed', async () => {
      const id = await aCustomer('Primary')
      const ali = await client.customers.addContact({ id, name: 'Ali' })
      const badr = await client.customers.addContact({ id, name: 'Badr' })
      expect(await primaries(id)).toEqual([
        ['Ali', true],
        ['Badr', false],
      ])
      const dana = await client.customers.addContact({ id, name: 'Dana', isPrimary: true })
      expect(await primaries(id)).toEqual([
        ['Dana', true],
        ['Ali', false],
        ['Badr', false],
      ])
      await client.customers.updateContact({ id, contactId: badr.id, isPrimary: true })
      expect(await primaries(id)).toEqual([
        ['Badr', true],
        ['Ali', false],
        ['Dana', false],
      ])
      await client.customers.updateContact({ id, contactId: badr.id, isPrimary: false })
      expect(await primaries(id)).toEqual([
        ['Ali', true],
        ['Badr', false],
        ['Dana', false],
      ])
      await client.customers.removeContact({ id, contactId: ali.id })
      expect(await primaries(id)).toEqual([
        ['Badr', true],
        ['Dana', false],
      ])
      await client.customers.removeContact({ id, contactId: dana.id })
      expect(
        await client.customers.updateContact({ id, contactId: badr.id, isPrimary: false }),
        'the only one stays it',
      ).toMatchObject({ isPrimary: true })
    })

    test('If-Match speaks of the contact that is edited, not of the one that steps down', async () => {
      const id = await aCustomer('If-Match')
      await client.customers.addContact({ id, name: 'First' })
      const second = await client.customers.addContact({ id, name: 'Second' })
      await client.customers.updateContact({ id, contactId: second.id, title: 'Vet' })
      const conditional = node.client(node.administrator, { ifMatch: 2 })
      expect(await conditional.customers.updateContact({ id, contactId: second.id, isPrimary: true })).toMatchObject({
        rev: 3,
        isPrimary: true,
      })
      expect(
        await refusalOf(conditional.customers.updateContact({ id, contactId: second.id, title: 'x' })),
      ).toMatchObject({ code: 'rev_mismatch' })
    })

    test('a contact is found under its own customer only, and finds the customer', async () => {
      const id = await aCustomer('Owner')
      const other = await aCustomer('Other')
      const contact = await client.customers.addContact({ id, name: 'Zaid Alqahtani', mobile: '0559998877' })
      expect(
        await refusalOf(client.customers.updateContact({ id: other, contactId: contact.id, name: 'x' })),
      ).toMatchObject({ code: 'not_found' })
      expect((await client.customers.list({ q: 'zaid' })).items.map((item) => [item.id, item.primaryContact])).toEqual([
        [id, { id: contact.id, name: 'Zaid Alqahtani', phone: '0559998877', email: null }],
      ])
      await client.customers.removeContact({ id, contactId: contact.id })
      expect((await client.customers.list({ q: 'zaid' })).items).toEqual([])
    })

    test('addresses keep one primary too, and a position has both coordinates', async () => {
      const id = await aCustomer('Addresses')
      const address = { type: 'facility', line1: 'Road 5', city: 'Hail', country: 'SA' } as const
      const first = await client.customers.addAddress({ id, ...address, latitude: 27.5, longitude: 41.7 })
      await client.customers.addAddress({ id, ...address, city: 'Tabuk', isPrimary: true })
      expect((await client.customers.addresses({ id })).items.map((one) => [one.city, one.isPrimary])).toEqual([
        ['Tabuk', true],
        ['Hail', false],
      ])
      const half = client.customers.updateAddress({ id, addressId: first.id, longitude: null })
      expect(await refusalOf(half)).toMatchObject({ code: 'address_half_position', data: { field: 'longitude' } })
      expect(
        await client.customers.updateAddress({ id, addressId: first.id, latitude: null, longitude: null }),
      ).toMatchObject({ latitude: null, city: 'Hail' })
      expect(await refusalOf(client.customers.addAddress({ id, ...address, country: 'Saudi' }))).toMatchObject({
        code: 'validation_failed',
      })
    })

    test('a follow-up is open until it is done, and can be opened again', async () => {
      const id = await aCustomer('Follow-ups')
      expect(await refusalOf(client.customers.addInteraction({ id, kind: 'follow_up', subject: 's' }))).toMatchObject({
        code: 'follow_up_needs_due_date',
        data: { field: 'dueDate' },
      })
      const added = await client.customers.addInteraction({
        id,
        kind: 'complaint',
        subject: 'Straws arrived late',
        dueDate: '2026-11-20',
      })
      expect(added).toMatchObject({ happenedAt: new Date(node.clock.nowMs()).toISOString(), doneAt: null })
      const interactionId = added.id
      const done = await client.customers.completeFollowUp({ id, interactionId, outcome: 'replaced' })
      expect(done).toMatchObject({ outcome: 'replaced', doneAt: new Date(node.clock.nowMs()).toISOString() })
      expect(await refusalOf(client.customers.completeFollowUp({ id, interactionId }))).toMatchObject({
        code: 'follow_up_not_open',
      })
      expect(await client.customers.reopenFollowUp({ id, interactionId })).toMatchObject({
        doneAt: null,
        outcome: 'replaced',
      })
      expect(await refusalOf(client.customers.reopenFollowUp({ id, interactionId }))).toMatchObject({
        code: 'follow_up_not_done',
      })
      await client.customers.removeInteraction({ id, interactionId })
      expect((await client.customers.interactions({ id })).total).toBe(0)
    })

    test('an interaction names a contact of its own customer and an assignee who works here', async () => {
      const id = await aCustomer('References')
      const other = await aCustomer('References other')
      const stranger = await client.customers.addContact({ id: other, name: 'Stranger' })
      const call = { id, kind: 'call', subject: 'x' } as const
      expect(await refusalOf(client.customers.addInteraction({ ...call, contactId: stranger.id }))).toMatchObject({
        code: 'contact_of_other_customer',
      })
      expect(
        await refusalOf(client.customers.addInteraction({ ...call, assignedToUserId: node.ids.next() })),
      ).toMatchObject({ code: 'assignee_unknown' })
    })

    test('open follow-ups are listed over all customers, earliest first; overdue is judged by the day of the caller', async () => {
      const [near, far] = [await aCustomer('Near'), await aCustomer('Far')]
      for (const [id, dueDate] of [
        [far, '2027-03-01'],
        [near, '2027-02-01'],
        [near, '2027-02-02'],
      ] as const) {
        await client.customers.addInteraction({ id, kind: 'call', subject: `due ${dueDate}`, dueDate })
      }
      const window = { dueFrom: '2027-02-01', dueTo: '2027-03-31' }
      const open = await client.customers.followUps({ ...window, today: '2027-02-02' })
      expect(open.items.map((one) => [one.customerName, one.dueDate, one.overdue])).toEqual([
        ['Near', '2027-02-01', true],
        ['Near', '2027-02-02', false],
        ['Far', '2027-03-01', false],
      ])
      expect((await client.customers.followUps({ ...window, state: 'overdue', today: '2027-02-02' })).total).toBe(1)
      expect((await client.customers.followUps({ ...window, customerId: far })).total).toBe(1)
      expect((await client.customers.followUps({ ...window, q: 'DUE 2027-02' })).total).toBe(2)
      const first = open.items[0]
      if (first !== undefined) await client.customers.completeFollowUp({ id: near, interactionId: first.id })
      expect((await client.customers.followUps(window)).total).toBe(2)
      expect((await client.customers.followUps({ ...window, state: 'done' })).total).toBe(1)
      expect((await client.customers.followUps({ ...window, state: 'all' })).total).toBe(3)
    })

    test('the line of time gathers interactions and documents and pages without gaps', async () => {
      const id = await aCustomer('History')
      for (const day of ['01', '02', '03', '04', '05']) {
        await client.customers.addInteraction({
          id,
          kind: 'note',
          subject: `note ${day}`,
          happenedAt: `2026-10-${day}T08:00:00.000Z`,
        })
      }
      const spec = { action: 'documents.finishUpload', access: 'documents.attach', undoable: true }
      await node.node.commands.run(node.call(node.administrator), spec, (change) =>
        change.insert('attachment', {
          ownerEntity: 'customer',
          ownerId: id,
          kind: 'contract',
          fileName: 'terms.pdf',
          mediaType: 'application/pdf',
          sizeBytes: 1,
          contentHash: 'a'.repeat(64),
        }),
      )
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await client.customers.timeline({ id, limit: 2, cursor })
        seen.push(...page.items.map((entry) => `${entry.kind}/${entry.detail}/${entry.title}`))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual([
        'document/contract/terms.pdf',
        ...['05', '04', '03', '02', '01'].map((day) => `interaction/note/note ${day}`),
      ])
      expect((await client.customers.timeline({ id, kinds: ['document'] })).items).toHaveLength(1)
      expect(await refusalOf(client.customers.timeline({ id, cursor: 'garbage' }))).toMatchObject({
        code: 'cursor_invalid',
      })
    })

    test('who may log may record interactions; who may only read may not', async () => {
      const id = await aCustomer('Policy')
      const researcher = node.client(node.actor('researcher'))
      expect(await refusalOf(researcher.customers.addInteraction({ id, kind: 'note', subject: 'x' }))).toMatchObject({
        code: 'forbidden',
      })
      expect(await refusalOf(researcher.customers.addContact({ id, name: 'x' }))).toMatchObject({ code: 'forbidden' })
      expect((await researcher.customers.contacts({ id })).items).toEqual([])
    })
  })
})
