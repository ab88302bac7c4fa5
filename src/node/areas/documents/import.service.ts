/**
 * Runs imports. Everything that takes time happens before the transaction: the file is read, every row is checked, ids
 * and order are fixed. The transaction then only writes; it refuses to start when the database has changed since the
 * check, and the check is made again. All accepted rows come in, or none.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { ImportBatch } from '../../../core/areas/documents/import.model.ts'
import type { ImportTarget } from '../../../core/areas/documents/import-target.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { HandleTools } from '../../rpc/bind.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { ImportQueries } from './import.queries.ts'
import { analyseFile } from './import-analysis.ts'
import { type ImportJob, type JobInput, openJob } from './import-job.ts'
import { createWatch, type ImportStage, type ProgressBoard } from './import-pace.ts'
import { writeRejected } from './import-rejected.ts'
import { openSheet } from './import-sheet.ts'
import type { ImportStore } from './import-store.ts'
import { planImportUndo, writeImportUndo } from './import-undo.ts'

interface Dependencies {
  readonly files: ImportStore
  readonly ids: Ids
  readonly progress: ProgressBoard
}

/** The database moved between check and write; the transaction is given up and the check repeated. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError'
}

const checkAttempts = 3
const issuesInAnswer = 200

export function createImportService<Options>(
  target: ImportTarget<Reading, Change, Options>,
  { files, ids, progress }: Dependencies,
) {
  const keyOf = (file: string) => `${target.list}/${file}`
  const running = new Set<string>()

  function watchStage(tools: HandleTools, file: string, stage: ImportStage) {
    return createWatch((done, total) => progress.set(keyOf(file), { stage, done, total }), tools.signal)
  }

  async function prepare(tools: HandleTools, input: JobInput<Options>): Promise<ImportJob> {
    const job = await openJob(await files.pathOf(input.file), input, target, watchStage(tools, input.file, 'reading'))
    await check(tools, input, job)
    return job
  }

  /** Checks all rows, and tells by which state of the database. */
  function check(tools: HandleTools, input: JobInput<Options>, job: ImportJob): Promise<string> {
    return tools.read(async (reading) => {
      const state = await ledgerState(reading)
      await job.session.check(reading, watchStage(tools, input.file, 'checking'))
      return state
    })
  }

  async function writeRejectedFile(
    tools: HandleTools,
    input: JobInput<Options>,
    job: ImportJob,
    kind: 'preview' | 'batch',
    id: string,
  ): Promise<string | null> {
    if (job.session.counts().reject === 0) return null
    const sheet = await openSheet(await files.pathOf(input.file), input.format)
    await writeRejected(
      files.rejectedPath(kind, id),
      sheet,
      job.session.issues(),
      watchStage(tools, input.file, 'checking'),
    )
    return `rejected-${id}`
  }

  async function preview(tools: HandleTools, input: JobInput<Options> & { rows: number; issues: number }) {
    try {
      const job = await prepare(tools, input)
      const issues = job.session.issues()
      return {
        counts: job.session.counts(),
        rows: job.session.sample(input.rows).map((row) => ({ ...row, values: { ...row.values } })),
        issues: issues.slice(0, input.issues).map((issue) => ({ ...issue, data: { ...issue.data } })),
        issueCount: issues.length,
        rejectedFile: await writeRejectedFile(tools, input, job, 'preview', ids.next()),
      }
    } finally {
      progress.clear(keyOf(input.file))
    }
  }

  async function run(tools: HandleTools, input: JobInput<Options> & { rejectedSeen: number }) {
    const repeated = await repeatedRun(tools)
    if (repeated !== null) return repeated
    // One at a time: two large files at once would double the memory and only wait for each other.
    if (running.size > 0) throw new DomainError('import_running')
    running.add(input.file)
    try {
      const job = await openJob(await files.pathOf(input.file), input, target, watchStage(tools, input.file, 'reading'))
      const batch = await checkAndWrite(tools, input, job)
      const issues = job.session.issues().slice(0, issuesInAnswer)
      return {
        batch,
        issues: issues.map((issue) => ({ ...issue, data: { ...issue.data } })),
        rejectedFile: await rejectedOf(batch.id),
      }
    } finally {
      running.delete(input.file)
      progress.clear(keyOf(input.file))
    }
  }

  async function checkAndWrite(
    tools: HandleTools,
    input: JobInput<Options> & { rejectedSeen: number },
    job: ImportJob,
  ): Promise<ImportBatch> {
    const batchId = ids.next()
    for (let attempt = 1; attempt <= checkAttempts; attempt += 1) {
      const checkedState = await check(tools, input, job)
      const counts = job.session.counts()
      if (counts.reject > input.rejectedSeen)
        throw new DomainError('import_rows_rejected', { ...counts, first: job.session.issues()[0] })
      if (counts.create + counts.update === 0) throw new DomainError('import_nothing_to_do', { ...counts })
      await writeRejectedFile(tools, input, job, 'batch', batchId)
      progress.set(keyOf(input.file), {
        stage: 'writing',
        done: 0,
        total: counts.create + counts.update + counts.added,
      })
      try {
        return await tools.write(async (change) => {
          if ((await ledgerState(change)) !== checkedState) throw new OvertakenError()
          const batch = await change.insert('importBatch', {
            id: batchId,
            list: target.list,
            fileName: input.fileName,
            contentHash: input.file,
            rowCount: counts.rows,
            createdCount: counts.create,
            updatedCount: counts.update,
            skippedCount: counts.skip,
            rejectedCount: counts.reject,
            addedCount: counts.added,
            mapping: { ...job.columns },
            options: {
              ...(input.options as Record<string, unknown>),
              onExisting: input.onExisting,
              onRepeated: input.onRepeated,
              updateFields: [...input.updateFields],
            },
            undoneAt: null,
          })
          await job.session.write(change, batch.id)
          return batch
        })
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error
      }
    }
    throw new DomainError('import_overtaken')
  }

  async function undo(tools: HandleTools, id: string, queries: ImportQueries): Promise<ImportBatch> {
    for (let attempt = 1; attempt <= checkAttempts; attempt += 1) {
      const { plan, state } = await tools.read(async (reading) => {
        const state = await ledgerState(reading)
        const batch = await queries.get(reading, id)
        if (batch.undoneAt !== null) throw new DomainError('import_already_undone', { id, undoneAt: batch.undoneAt })
        return { state, plan: await planImportUndo(reading, id, watchStage(tools, id, 'checking')) }
      })
      try {
        return await tools.write(async (change) => {
          if ((await ledgerState(change)) !== state) throw new OvertakenError()
          await writeImportUndo(change, plan)
          return change.update('importBatch', id, { undoneAt: change.at })
        })
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error
      } finally {
        progress.clear(keyOf(id))
      }
    }
    throw new DomainError('import_overtaken')
  }

  /** The answer of the same request sent before: it must not be checked against its own rows. */
  async function repeatedRun(tools: HandleTools) {
    const { actor, idempotencyKey } = tools.call
    if (actor === null || idempotencyKey === undefined) return null
    const known = await tools.read((reading) =>
      reading.raw(
        sql`select 1 as known from idempotency_key where user_id = ${actor.userId} and key = ${idempotencyKey}`,
      ),
    )
    if (known.length === 0) return null
    const batch = await tools.write<ImportBatch>(async () => {
      throw new DomainError('import_overtaken')
    })
    return { batch, issues: [], rejectedFile: await rejectedOf(batch.id) }
  }

  async function rejectedOf(batchId: string): Promise<string | null> {
    return (await files.findRejected(batchId)) === null ? null : `rejected-${batchId}`
  }

  return {
    analyse: async (tools: HandleTools, input: { file: string; format?: Partial<JobInput<Options>['format']> }) =>
      analyseFile(await files.pathOf(input.file), input.format, target, watchStage(tools, input.file, 'reading')),
    preview,
    run,
    undo,
    rejectedOf,
    progressOf: (file: string) => progress.get(keyOf(file)),
  }
}

export type ImportService<Options> = ReturnType<typeof createImportService<Options>>

/** A value that changes with every commit of this node and with everything it takes over from others. */
async function ledgerState(reading: Pick<Reading, 'raw'>): Promise<string> {
  const query: SQL = sql`select device, max(seq) as seq from change_set group by device order by device`
  const rows = await reading.raw<{ device: string; seq: unknown }>(query)
  return rows.map((row) => `${row.device}:${String(row.seq)}`).join(' ')
}
