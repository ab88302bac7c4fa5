/**
 * All migration steps in order. Released steps are frozen: a correction is a new step. The number of the newest one is
 * the schema version that changesets carry.
 */
import type { MigrationStep } from '../migrate.ts'
import { initial } from './0001-initial.ts'
import { search } from './0002-search.ts'

export const migrationSteps: readonly MigrationStep[] = [initial, search]

export const schemaVersion = migrationSteps.length
