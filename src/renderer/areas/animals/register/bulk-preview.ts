import type { z } from 'zod'
import type { bulkPreview } from '../../../../core/areas/animals/animals.bulk.model.ts'

/** What a bulk edit would do, as the node answers it. */
export type BulkPreview = z.infer<typeof bulkPreview>
