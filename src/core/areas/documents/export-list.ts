/** What an area says about exporting its list; the framework knows files. `Reading` is the node's and passed through. */
import type { ExportValue } from './export-cell.ts'
import type { FileLabels } from './import-target.ts'

export interface ExportColumn<Row> {
  readonly key: string
  readonly labels: FileLabels
  /** The cell. Dates and instants as ISO text. */
  value(row: Row): ExportValue
}

export interface ExportPage<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

export interface ExportList<Reading, Row, Request> {
  readonly list: string
  readonly columns: readonly ExportColumn<Row>[]
  /** One page in the order of the request; only columns that are wanted need their values looked up. */
  page(
    reading: Reading,
    request: Request,
    cursor: string | undefined,
    wanted: ReadonlySet<string>,
  ): Promise<ExportPage<Row>>
}
