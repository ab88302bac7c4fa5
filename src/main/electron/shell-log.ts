import pino from 'pino'

/** Where the shell writes what happened: facts as fields, the sentence last. */
export interface ShellLog {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/**
 * Opens the shell's log, JSON lines appended to `file`; its folder is made when missing. Written synchronously, since
 * what matters most is often the last line before the end.
 */
export function openShellLog(file: string): ShellLog {
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, mkdir: true, sync: true }),
  )
}
