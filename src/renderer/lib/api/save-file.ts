/** Gives a file made in the page to the person, as a download. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then; a moment's grace costs nothing.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
