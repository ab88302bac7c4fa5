// Types of the launcher's modules that tests import. The launcher itself is plain JavaScript, because the Node that
// starts it may not read TypeScript yet.

declare module '*/launch/project.mjs' {
  export function inProject(...parts: string[]): string
}

declare module '*/launch/desktop.mjs' {
  export function findElectron(): string | null
  export function hasDisplay(): boolean
}

declare module '*/launch/fresh-build.mjs' {
  export function isDesktopBuilt(): boolean
}

declare module '*/launch/test-run.mjs' {
  interface FileReport {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }

  export function countTests(report: { testResults: FileReport[] }): {
    passed: number
    failed: number
    skipped: number
    skippedNames: string[]
  }
}
