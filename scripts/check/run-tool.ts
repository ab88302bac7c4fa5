import { spawn } from 'node:child_process'

/** What a tool said and how it ended; `output` holds standard output and errors in the order they came. */
export interface ToolResult {
  code: number
  output: string
  standardOutput: string
}

/** Runs one of the project's tools under this Node and collects what it says. `args` start with its JavaScript entry. */
export function runTool(args: string[], folder: string): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let standardOutput = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      standardOutput += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output, standardOutput }))
  })
}
