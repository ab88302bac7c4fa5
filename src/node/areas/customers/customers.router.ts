import { customersContract } from '../../../core/areas/customers/customers.contract.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { bulkEdit, previewBulkEdit } from './bulk-edit.service.ts'
import { createContactsService } from './contacts.service.ts'
import { createCustomerQueries } from './customers.queries.ts'
import { createCustomersService } from './customers.service.ts'
import { duplicatePairs, possibleDuplicates } from './duplicates.queries.ts'
import { createInteractionQueries } from './interactions.queries.ts'
import { createInteractionsService } from './interactions.service.ts'
import { mergeCustomers, previewMerge } from './merge.service.ts'
import { createSegments, type SegmentViews } from './segments.ts'
import { createCustomerStats } from './stats.queries.ts'
import { readTimeline } from './timeline.queries.ts'

interface Dependencies {
  readonly codes: CodeSource
  readonly counts: CountCache
  readonly clock: Clock
  readonly views: SegmentViews
}

export function createCustomersRouter(bind: Binder, { codes, counts, clock, views }: Dependencies) {
  const service = createCustomersService({ codes })
  const queries = createCustomerQueries(counts)
  const contacts = createContactsService()
  const interactions = createInteractionsService()
  const interactionQueries = createInteractionQueries({ counts, clock })
  const segments = createSegments(counts, views)
  return {
    list: bind.query(customersContract.list, queries.list),
    stats: bind.query(customersContract.stats, createCustomerStats(clock).stats),
    tags: bind.query(customersContract.tags, queries.tags),
    archived: bind.query(customersContract.archived, queries.archived),
    get: bind.query(customersContract.get, queries.get),
    create: bind.command(customersContract.create, service.create),
    update: bind.command(customersContract.update, service.update),
    archive: bind.command(customersContract.archive, service.archive),
    restore: bind.command(customersContract.restore, service.restore),
    contacts: bind.query(customersContract.contacts, contacts.contacts),
    addContact: bind.command(customersContract.addContact, contacts.addContact),
    updateContact: bind.command(customersContract.updateContact, contacts.updateContact),
    removeContact: bind.command(customersContract.removeContact, contacts.removeContact),
    addresses: bind.query(customersContract.addresses, contacts.addresses),
    addAddress: bind.command(customersContract.addAddress, contacts.addAddress),
    updateAddress: bind.command(customersContract.updateAddress, contacts.updateAddress),
    removeAddress: bind.command(customersContract.removeAddress, contacts.removeAddress),
    interactions: bind.query(customersContract.interactions, interactionQueries.interactions),
    addInteraction: bind.command(customersContract.addInteraction, interactions.addInteraction),
    updateInteraction: bind.command(customersContract.updateInteraction, interactions.updateInteraction),
    completeFollowUp: bind.command(customersContract.completeFollowUp, interactions.completeFollowUp),
    reopenFollowUp: bind.command(customersContract.reopenFollowUp, interactions.reopenFollowUp),
    removeInteraction: bind.command(customersContract.removeInteraction, interactions.removeInteraction),
    followUps: bind.query(customersContract.followUps, interactionQueries.followUps),
    timeline: bind.query(customersContract.timeline, readTimeline),
    possibleDuplicates: bind.query(customersContract.possibleDuplicates, possibleDuplicates),
    duplicates: bind.query(customersContract.duplicates, duplicatePairs),
    previewMerge: bind.query(customersContract.previewMerge, previewMerge),
    merge: bind.command(customersContract.merge, mergeCustomers),
    previewBulkEdit: bind.query(customersContract.previewBulkEdit, previewBulkEdit),
    bulkEdit: bind.command(customersContract.bulkEdit, bulkEdit),
    segments: bind.query(customersContract.segments, segments.segments),
    createSegment: bind.command(customersContract.createSegment, segments.createSegment),
  }
}
