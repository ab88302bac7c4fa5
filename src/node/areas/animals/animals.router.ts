import { animalsContract } from '../../../core/areas/animals/animals.contract.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { AnimalsArea } from './compose-animals.ts'
import { compareMatings, listAncestors, listProgeny, listSiblings, planMating, relate } from './pedigree.queries.ts'
import { readTree } from './pedigree-tree.queries.ts'

export function createAnimalsRouter(
  bind: Binder,
  { queries, service, identifiers, roles, events, bulk, merging, inbreeding }: AnimalsArea,
) {
  return {
    list: bind.query(animalsContract.list, queries.list),
    advancedSearch: bind.query(animalsContract.advancedSearch, queries.list),
    archived: bind.query(animalsContract.archived, queries.archived),
    stats: bind.query(animalsContract.stats, queries.stats),
    lookup: bind.query(animalsContract.lookup, queries.lookup),
    resolve: bind.query(animalsContract.resolve, queries.resolve),
    get: bind.query(animalsContract.get, queries.get),
    check: bind.query(animalsContract.check, queries.check),
    create: bind.command(animalsContract.create, service.create),
    update: bind.command(animalsContract.update, service.update),
    changeStatus: bind.command(animalsContract.changeStatus, service.changeStatus),
    archive: bind.command(animalsContract.archive, service.archive),
    restore: bind.command(animalsContract.restore, service.restore),
    bulkPreview: bind.query(animalsContract.bulkPreview, bulk.preview),
    bulkUpdate: bind.command(animalsContract.bulkUpdate, bulk.bulkUpdate),
    bulkArchive: bind.command(animalsContract.bulkArchive, bulk.bulkArchive),
    duplicates: bind.query(animalsContract.duplicates, queries.duplicates),
    duplicatesOf: bind.query(animalsContract.duplicatesOf, queries.duplicatesOf),
    merge: bind.command(animalsContract.merge, merging.merge),
    identifiers: bind.query(animalsContract.identifiers, queries.identifiers),
    addIdentifier: bind.command(animalsContract.addIdentifier, identifiers.addIdentifier),
    updateIdentifier: bind.command(animalsContract.updateIdentifier, identifiers.updateIdentifier),
    orderIdentifiers: bind.command(animalsContract.orderIdentifiers, identifiers.orderIdentifiers),
    removeIdentifier: bind.command(animalsContract.removeIdentifier, identifiers.removeIdentifier),
    roles: bind.query(animalsContract.roles, queries.roles),
    assignRole: bind.command(animalsContract.assignRole, roles.assignRole),
    endRole: bind.command(animalsContract.endRole, roles.endRole),
    internalNumbers: bind.query(animalsContract.internalNumbers, queries.internalNumbers),
    assignInternalNumber: bind.command(animalsContract.assignInternalNumber, roles.assignInternalNumber),
    endInternalNumber: bind.command(animalsContract.endInternalNumber, roles.endInternalNumber),
    activities: bind.query(animalsContract.activities, queries.activities),
    addActivity: bind.command(animalsContract.addActivity, events.addActivity),
    removeActivity: bind.command(animalsContract.removeActivity, events.removeActivity),
    measurements: bind.query(animalsContract.measurements, queries.measurements),
    measure: bind.command(animalsContract.measure, events.measure),
    correctMeasurement: bind.command(animalsContract.correctMeasurement, events.correctMeasurement),
    pedigree: bind.query(animalsContract.pedigree, readTree),
    ancestors: bind.query(animalsContract.ancestors, listAncestors),
    progeny: bind.query(animalsContract.progeny, listProgeny),
    siblings: bind.query(animalsContract.siblings, listSiblings),
    relationship: bind.query(animalsContract.relationship, relate),
    mating: bind.query(animalsContract.mating, planMating),
    compareMatings: bind.query(animalsContract.compareMatings, compareMatings),
    inbreedingState: bind.query(animalsContract.inbreedingState, (reading) => inbreeding.state(reading)),
    // The calculation writes derived values only, some at a time, outside any one transaction.
    recompute: bind.handle(animalsContract.recompute, (tools, { scope }) => {
      inbreeding.start(scope)
      return tools.read((reading) => inbreeding.state(reading))
    }),
    cancelRecompute: bind.handle(animalsContract.cancelRecompute, (tools) => {
      inbreeding.cancel()
      return tools.read((reading) => inbreeding.state(reading))
    }),
  }
}
