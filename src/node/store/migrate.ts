/**
 * Runs numbered migration steps, each in one transaction, and keeps what drizzle's own migrator gets wrong (see
 * docs/adr/0003): foreign keys are off around the steps and checked before each commit, an edited old step is noticed
 * by its hash, a step that arrives late is refused, and a file newer than the program is refused, not guessed at.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '../../core/kernel/clock.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import type { Dialect } from './engine.ts'

export interface MigrationStep {
  /** 1, 2, 3 ... without gaps. */
  readonly version: number
  readonly name: string
  /** Oldest program schema version that may still open a file this step was applied to; the step's own by default. */
  readonly minSafeVersion?: number
  readonly sqlite: string
  readonly postgres: string
}

export interface AppliedStep {
  readonly version: number
  readonly name: string
  readonly hash: string
  readonly minSafeVersion: number
}

/** One database as the runner sees it. */
export interface MigrationTarget {
  readonly dialect: Dialect
  /** Steps applied so far in order of version; creates the bookkeeping table when there is none. */
  applied(): Promise<AppliedStep[]>
  /** Runs the step and its record in one transaction; must refuse to commit on a broken foreign key. */
  apply(sqlText: string, record: AppliedStep & { appliedAt: string }): Promise<void>
  /** Called once before the first step is applied to a database that already holds data. */
  backup(): Promise<void>
}

export interface MigrationReport {
  readonly from: number
  readonly to: number
  readonly applied: readonly string[]
}

/**
 * Brings the database to the newest step. Refuses with `database_newer_than_program`, `migration_edited`,
 * `migration_missing` or `migration_failed`; after a refusal the database is as it was before the failing step.
 */
export async function migrate(
  target: MigrationTarget,
  steps: readonly MigrationStep[],
  clock: Clock,
): Promise<MigrationReport> {
  requireUnbrokenNumbers(steps)
  const applied = await target.applied()
  const head = steps.length
  const newest = applied.at(-1)?.version ?? 0
  refuseNewerDatabase(applied, head)
  refuseChangedHistory(applied, steps, target.dialect)
  const waiting = steps.filter((step) => step.version > newest)
  if (waiting.length > 0 && newest > 0) await target.backup()
  for (const step of waiting) {
    const record = {
      version: step.version,
      name: step.name,
      hash: hashOf(step, target.dialect),
      minSafeVersion: step.minSafeVersion ?? step.version,
      appliedAt: new Date(clock.nowMs()).toISOString(),
    }
    try {
      await target.apply(step[target.dialect], record)
    } catch (cause) {
      throw new DomainError('migration_failed', { version: step.version, name: step.name }, { cause })
    }
  }
  return { from: newest, to: Math.max(head, newest), applied: waiting.map((step) => step.name) }
}

/** SHA-256 of a step's name and SQL for one dialect, hex. */
export function hashOf(step: MigrationStep, dialect: Dialect): string {
  return createHash('sha256').update(`${step.name}\n${step[dialect]}`).digest('hex')
}

function requireUnbrokenNumbers(steps: readonly MigrationStep[]): void {
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1)
      throw new Error(`migration ${step.name} has number ${step.version}, expected ${index + 1}`)
  }
}

function refuseNewerDatabase(applied: readonly AppliedStep[], head: number): void {
  const beyond = applied.filter((step) => step.version > head)
  const needed = Math.max(0, ...beyond.map((step) => step.minSafeVersion))
  if (needed > head) {
    throw new DomainError('database_newer_than_program', {
      database: applied.at(-1)?.version,
      program: head,
      needs: needed,
    })
  }
}

function refuseChangedHistory(
  applied: readonly AppliedStep[],
  steps: readonly MigrationStep[],
  dialect: Dialect,
): void {
  for (const [index, done] of applied.entries()) {
    const step = steps[index]
    if (step === undefined) continue
    if (done.version !== step.version)
      throw new DomainError('migration_missing', { version: step.version, name: step.name })
    if (done.hash !== hashOf(step, dialect))
      throw new DomainError('migration_edited', { version: step.version, name: step.name })
  }
}
