/** Sites: laboratories, farms, clinics and stores where people work. */
import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { command, expectedRev, query, recordId } from '../../kernel/procedure.ts'
import { site, siteFields, siteKinds } from './people.model.ts'

const one = z.object({ id: recordId })

export const sitesContract = {
  list: query({ action: 'sites.list', access: 'sites.read', path: '/sites', summary: 'Lists sites' })
    .input(listInput({ active: z.boolean().optional(), kind: z.enum(siteKinds).optional() }))
    .output(listOutput(site)),

  get: query({ action: 'sites.get', access: 'sites.read', path: '/sites/{id}', summary: 'Reads one site' })
    .input(one)
    .output(site),

  create: command({
    action: 'sites.create',
    access: 'sites.write',
    path: '/sites',
    summary: 'Adds a site',
    undoable: false,
    refuses: ['site_code_taken'],
  })
    .input(siteFields)
    .output(site),

  update: command({
    action: 'sites.update',
    access: 'sites.write',
    path: '/sites/{id}',
    method: 'PUT',
    summary: 'Changes the given fields of a site',
    refuses: ['site_code_taken'],
  })
    .input(siteFields.partial().extend({ id: recordId, rev: expectedRev }))
    .output(site),

  deactivate: command({
    action: 'sites.deactivate',
    access: 'sites.write',
    path: '/sites/{id}',
    method: 'DELETE',
    summary: 'Closes a site; its records stay',
    undoable: false,
    refuses: ['last_site'],
  })
    .input(one.extend({ rev: expectedRev }))
    .output(site),

  activate: command({
    action: 'sites.activate',
    access: 'sites.write',
    path: '/sites/{id}/activate',
    summary: 'Opens a site again',
    undoable: false,
    successStatus: 200,
  })
    .input(one)
    .output(site),
}
