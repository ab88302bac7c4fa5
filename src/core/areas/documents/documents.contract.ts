import { attachmentsContract } from './attachments.contract.ts'
import { viewsContract } from './views.contract.ts'

/** Files on records, and saved views of lists. */
export const documentsContract = { ...attachmentsContract, ...viewsContract }
