/** What the screens of customers read. Keys follow `lib/live/query-keys.ts`, so commits keep all of it true. */
import { useQuery } from '@tanstack/react-query'
import type { FollowUp } from '../../../core/areas/customers/interactions.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { recordQuery, recordsQuery } from '../../lib/live/live-queries.ts'

/** Entities whose commits change what the list of customers shows. */
export const customerListEntities = [
  'customer',
  'customerContact',
  'customerAddress',
  'customerInteraction',
  'animal',
] as const

/** Columns of customers that hold instants: a day means the 24 hours of it here. */
export const customerInstants = ['createdAt', 'updatedAt', 'updatedSince'] as const

export function useCustomer(id: string) {
  const api = useApi()
  return useQuery(
    recordQuery({
      entity: 'customer',
      id,
      enabled: id !== '',
      read: (signal) => api.customers.get({ id }, { signal }),
    }),
  )
}

export function useContacts(id: string) {
  const api = useApi()
  return useQuery(
    recordQuery({
      entity: 'customer',
      id,
      rest: ['contacts'],
      also: ['customerContact'],
      read: (signal) => api.customers.contacts({ id }, { signal }),
    }),
  )
}

export function useAddresses(id: string) {
  const api = useApi()
  return useQuery(
    recordQuery({
      entity: 'customer',
      id,
      rest: ['addresses'],
      also: ['customerAddress'],
      read: (signal) => api.customers.addresses({ id }, { signal }),
    }),
  )
}

/** Open follow-ups of a customer, earliest due first. */
export function useOpenFollowUps(customerId: string) {
  const api = useApi()
  return useQuery(
    recordQuery({
      entity: 'customer',
      id: customerId,
      rest: ['followUps'],
      also: ['customerInteraction'],
      read: (signal) =>
        api.customers.followUps({ customerId, state: 'open', today: todayHere(), limit: 50 }, { signal }),
    }),
  )
}

export function useCustomerStats() {
  const api = useApi()
  return useQuery(
    recordsQuery({
      entity: 'customer',
      rest: ['stats'],
      also: ['customerInteraction'],
      read: (signal) => api.customers.stats({ today: todayHere() }, { signal }),
    }),
  )
}

export function useTags() {
  const api = useApi()
  return useQuery(
    recordsQuery({ entity: 'customer', rest: ['tags'], read: (signal) => api.customers.tags(undefined, { signal }) }),
  )
}

/** Shared views of the list with the number of customers in each. */
export function useSegments() {
  const api = useApi()
  return useQuery(
    recordsQuery({
      entity: 'customer',
      rest: ['segments'],
      also: ['savedView', 'customerAddress', 'customerInteraction'],
      read: (signal) => api.customers.segments(undefined, { signal }),
    }),
  )
}

/** Follow-ups belong to interactions; a list of them shows the customer's name too. */
export const followUpEntities = ['customerInteraction', 'customer'] as const

/** Whether a follow-up waits for somebody, and longer than it should. */
export function followUpState(
  { dueDate, doneAt }: Pick<FollowUp, 'dueDate' | 'doneAt'>,
  today: string,
): 'none' | 'open' | 'overdue' | 'done' {
  if (dueDate === null) return 'none'
  if (doneAt !== null) return 'done'
  return dueDate < today ? 'overdue' : 'open'
}
