import type { ReactElement } from 'react'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { AttachmentsPanel } from '../../../lib/documents/attachments-panel.tsx'

/** Files of the animal: photos, passports, results. */
export function DocumentsTab({ animal }: { animal: AnimalRecord }): ReactElement {
  return <AttachmentsPanel ownerEntity="animal" ownerId={animal.id} siteId={animal.siteId} />
}
