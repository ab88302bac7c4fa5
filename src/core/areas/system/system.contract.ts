/** The machine itself: what runs, its settings, its backups, and a bundle for whoever helps from afar. */
import { z } from 'zod'
import { command, query } from '../../kernel/procedure.ts'

/** What a setting may be. Without defaults, so that a change of one leaves the others alone. */
const settingFields = {
  benchName: z.string().trim().max(60),
  /** Minutes without a touch until the screen locks; 0 never. */
  autoLockMinutes: z.number().int().min(0).max(480),
  /** Days after a password sign-in during which PIN and badge open this bench. */
  offlineSignInDays: z.number().int().min(1).max(90),
}

/** Settings of one node, with their defaults. */
export const nodeSettings = z.object({
  benchName: settingFields.benchName.default(''),
  autoLockMinutes: settingFields.autoLockMinutes.default(10),
  offlineSignInDays: settingFields.offlineSignInDays.default(14),
})

export type NodeSettings = z.infer<typeof nodeSettings>

export const backupFile = z.object({
  name: z.string(),
  kind: z.enum(['scheduled', 'before-migration', 'on-demand', 'before-restore']),
  takenAt: z.string(),
  sizeBytes: z.number().int(),
})

const named = z.strictObject({ name: z.string().max(120) })

export const systemContract = {
  info: query({ action: 'system.info', access: 'public', path: '/system/info', summary: 'What runs here' }).output(
    z.object({
      version: z.string(),
      schemaVersion: z.number().int(),
      nodeKind: z.enum(['station', 'hq']),
      engine: z.enum(['sqlite', 'postgres']),
      device: z.string(),
      benchName: z.string(),
      startedAt: z.string(),
      autoLockMinutes: z.number().int(),
    }),
  ),

  settings: query({
    action: 'system.settings',
    access: 'signed_in',
    path: '/system/settings',
    summary: 'Reads the settings of this node',
  }).output(nodeSettings),

  changeSettings: command({
    action: 'system.changeSettings',
    access: 'system.settings',
    path: '/system/settings',
    method: 'PUT',
    summary: 'Changes settings of this node',
  })
    .input(z.strictObject(settingFields).partial())
    .output(nodeSettings),

  backups: query({
    action: 'system.backups',
    access: 'system.backup',
    path: '/system/backups',
    summary: 'Lists the backups of this bench, newest first',
  }).output(z.object({ available: z.boolean(), items: z.array(backupFile), restoreWaiting: z.boolean() })),

  takeBackup: command({
    action: 'system.takeBackup',
    access: 'system.backup',
    path: '/system/backups',
    summary: 'Takes and verifies a backup now',
    undoable: false,
    refuses: ['backup_failed', 'backup_not_here'],
  }).output(backupFile),

  verifyBackup: command({
    action: 'system.verifyBackup',
    access: 'system.backup',
    path: '/system/backups/{name}/verify',
    summary: 'Opens a backup and checks it whole',
    undoable: false,
    refuses: ['backup_damaged', 'not_found'],
  })
    .input(named)
    .output(z.object({ name: z.string(), intact: z.literal(true) })),

  restoreBackup: command({
    action: 'system.restoreBackup',
    access: 'system.restore',
    path: '/system/backups/{name}/restore',
    summary: 'Puts a backup in place of the database at the next start; what is there now is kept beside it',
    undoable: false,
    refuses: ['backup_damaged', 'not_found'],
  })
    .input(named)
    .output(z.object({ name: z.string(), atNextStart: z.literal(true) })),

  diagnostics: query({
    action: 'system.diagnostics',
    access: 'system.diagnose',
    path: '/system/diagnostics',
    summary: 'Facts for whoever helps; no personal data, no secrets',
  }).output(z.record(z.string(), z.json())),
}
