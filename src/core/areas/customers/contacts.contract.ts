/** Contacts and addresses of a customer. One of each kind is the primary one, and taking it away passes it on. */
import { z } from 'zod'
import { command, expectedRev, query, recordId } from '../../kernel/procedure.ts'
import {
  addressChanges,
  addressFields,
  contactChanges,
  contactFields,
  customerAddress,
  customerContact,
} from './contacts.model.ts'

const ofCustomer = z.strictObject({ id: recordId.describe('customer') })
const oneContact = ofCustomer.extend({ contactId: recordId, rev: expectedRev })
const oneAddress = ofCustomer.extend({ addressId: recordId, rev: expectedRev })

export const contactsContract = {
  contacts: query({
    action: 'customers.contacts',
    access: 'customers.read',
    path: '/customers/{id}/contacts',
    summary: 'Lists the contacts of a customer, the primary one first',
  })
    .input(ofCustomer)
    .output(z.object({ items: z.array(customerContact) })),

  addContact: command({
    action: 'customers.addContact',
    access: 'customers.write',
    path: '/customers/{id}/contacts',
    summary: 'Adds a contact',
  })
    .input(contactFields.extend({ id: recordId }))
    .output(customerContact),

  updateContact: command({
    action: 'customers.updateContact',
    access: 'customers.write',
    path: '/customers/{id}/contacts/{contactId}',
    method: 'PUT',
    summary: 'Changes the given fields of a contact',
  })
    .input(contactChanges.extend(oneContact.shape))
    .output(customerContact),

  removeContact: command({
    action: 'customers.removeContact',
    access: 'customers.write',
    path: '/customers/{id}/contacts/{contactId}',
    method: 'DELETE',
    summary: 'Takes a contact away',
  })
    .input(oneContact)
    .output(z.object({ id: recordId })),

  addresses: query({
    action: 'customers.addresses',
    access: 'customers.read',
    path: '/customers/{id}/addresses',
    summary: 'Lists the addresses of a customer, the primary one first',
  })
    .input(ofCustomer)
    .output(z.object({ items: z.array(customerAddress) })),

  addAddress: command({
    action: 'customers.addAddress',
    access: 'customers.write',
    path: '/customers/{id}/addresses',
    summary: 'Adds an address',
    refuses: ['address_half_position'],
  })
    .input(addressFields.extend({ id: recordId }))
    .output(customerAddress),

  updateAddress: command({
    action: 'customers.updateAddress',
    access: 'customers.write',
    path: '/customers/{id}/addresses/{addressId}',
    method: 'PUT',
    summary: 'Changes the given fields of an address',
    refuses: ['address_half_position'],
  })
    .input(addressChanges.extend(oneAddress.shape))
    .output(customerAddress),

  removeAddress: command({
    action: 'customers.removeAddress',
    access: 'customers.write',
    path: '/customers/{id}/addresses/{addressId}',
    method: 'DELETE',
    summary: 'Takes an address away',
  })
    .input(oneAddress)
    .output(z.object({ id: recordId })),
}
