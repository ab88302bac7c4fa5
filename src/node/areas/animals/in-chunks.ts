/** Ids per statement: well under what either engine allows, large enough that a page of a list is one statement. */
const chunkSize = 900

/**
 * Runs a query for many ids, some at a time, and joins the answers. Repeated ids are asked for once. `pause` is waited
 * for before each statement, so that thousands of them let others have their turn; never inside a transaction.
 */
export async function inChunks<Row>(
  ids: Iterable<string>,
  query: (some: string[]) => Promise<Row[]>,
  pause?: () => Promise<void>,
): Promise<Row[]> {
  const distinct = [...new Set(ids)]
  const found: Row[] = []
  for (let start = 0; start < distinct.length; start += chunkSize) {
    await pause?.()
    for (const row of await query(distinct.slice(start, start + chunkSize))) found.push(row)
  }
  return found
}
