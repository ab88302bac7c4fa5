/** The OpenAPI 3.1 document, generated from the contract once per process. */
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../core/contract.ts'
import type { ProcedureMeta } from '../../core/kernel/procedure.ts'
import { problemSchema } from './problem.ts'
import { streamingPaths } from './streaming-paths.ts'

type Document = Awaited<ReturnType<OpenAPIGenerator['generate']>>

const documentedRefusals: Readonly<Record<string, string>> = {
  '400': 'The input does not fit; `data.issues` names the fields',
  '401': 'Not signed in, or the token has ended',
  '403': 'The caller may not do this, or not at this site',
  '404': 'No such record',
  '409': 'The record, or another one, stands in the way; see `code`',
  '412': 'The record changed since; `data.current` is the record as it is',
  '413': 'The body is too large',
  '422': 'The input is well formed but breaks a rule; see `code`',
  '429': 'Too many requests; wait `Retry-After` seconds',
}

export async function openApiDocument(version: string): Promise<Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Reprotech', version, description: 'The same interface on a bench and at headquarters.' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: structuredClone(problemSchema) as never },
    },
    security: [{ bearer: [] }],
    filter: ({ contract: procedure }) => (procedure['~orpc'].meta as ProcedureMeta).action !== 'live.commits',
  })
  addStreamingPaths(document)
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path?.[method]
      if (operation === undefined) continue
      operation.responses = { ...operation.responses, ...refusalResponses() }
    }
  }
  return document
}

function addStreamingPaths(document: Document): void {
  const paths = document.paths as Record<string, Record<string, unknown>>
  for (const [path, methods] of Object.entries(structuredClone(streamingPaths)))
    paths[path] = { ...paths[path], ...methods }
}

function refusalResponses(): Record<string, never> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    Object.entries(documentedRefusals).map(([status, description]) => [status, { description, content }]),
  ) as Record<string, never>
}
