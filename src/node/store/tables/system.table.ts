import type { ColumnKit } from '../column-kit.ts'
import { recordColumns } from './record-columns.ts'

export function defineSystemTables(kit: ColumnKit) {
  /** One setting of one node. A record like any other, so that the audit trail says who changed it. */
  const nodeSetting = kit.table(
    'node_setting',
    {
      ...recordColumns(kit),
      device: kit.text().notNull(),
      key: kit.text().notNull(),
      value: kit.json<string | number | boolean>().notNull(),
    },
    (table) => [kit.uniqueIndex('node_setting_key').on(table.device, table.key)],
  )
  return { nodeSetting }
}
