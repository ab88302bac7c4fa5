/** One step of this session that can be taken back, or was. */
export interface Step {
  readonly changesetId: string
  readonly action: string
  readonly at: string
  /** Changeset that took it back; null while it stands. */
  readonly undoneBy: string | null
}
