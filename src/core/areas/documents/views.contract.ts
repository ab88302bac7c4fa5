/** Saved views of lists. Everybody keeps their own; shared ones are changed by their owner or a manager only. */
import { z } from 'zod'
import { command, expectedRev, query, recordId, requiredText } from '../../kernel/procedure.ts'
import { listName, savedView, viewFields, viewState } from './views.model.ts'

const one = z.object({ id: recordId })
const views = z.object({ items: z.array(savedView) })

export const viewsContract = {
  views: query({
    action: 'documents.views',
    access: 'signed_in',
    path: '/views',
    summary: 'Lists the shared views of a list and the own ones, each in its order',
  })
    .input(z.object({ list: listName }))
    .output(views),

  createView: command({
    action: 'documents.createView',
    access: 'signed_in',
    path: '/views',
    summary: 'Saves a view; a shared one needs documents.shareView',
    refuses: ['view_name_taken'],
  })
    .input(viewFields)
    .output(savedView),

  updateView: command({
    action: 'documents.updateView',
    access: 'signed_in',
    path: '/views/{id}',
    method: 'PUT',
    summary: 'Changes a view; a shared one only by its owner or a manager',
    refuses: ['view_name_taken'],
  })
    .input(
      z.strictObject({
        id: recordId,
        rev: expectedRev,
        name: requiredText(80).optional(),
        shared: z.boolean().optional(),
        state: viewState.optional(),
      }),
    )
    .output(savedView),

  removeView: command({
    action: 'documents.removeView',
    access: 'signed_in',
    path: '/views/{id}',
    method: 'DELETE',
    summary: 'Takes a view away; a shared one only by its owner or a manager',
  })
    .input(one.extend({ rev: expectedRev }))
    .output(one),

  orderViews: command({
    action: 'documents.orderViews',
    access: 'signed_in',
    path: '/views/order',
    method: 'PUT',
    summary: 'Puts views into this order; all must be the own ones, or all shared',
  })
    .input(z.strictObject({ list: listName, ids: z.array(recordId).min(1).max(200) }))
    .output(views),
}
