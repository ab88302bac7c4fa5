/** Starts one private PostgreSQL server for a whole test run, and ends it with the run. Tests find it by its socket. */
import { startServer, whyNoPostgres } from './postgres-server.ts'

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (whyNoPostgres() !== null) return undefined
  const server = await startServer()
  process.env.REPROTECH_TEST_POSTGRES_SOCKET = server.socketFolder
  return server.stop
}
