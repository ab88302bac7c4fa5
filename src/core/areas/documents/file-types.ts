/** Which files may be attached. Pages and drawings that can carry scripts (HTML, SVG) and Office macros may not. */
import { type Refusal, refusal } from '../../kernel/refusal.ts'
import type { FileContent } from './file-content.ts'
import { fileExtension } from './file-name.ts'

export interface FileType {
  /** The one media type it is stored and served with. */
  readonly mediaType: string
  readonly extensions: readonly string[]
  readonly content: FileContent
  /** Other media types that systems declare for it; Windows calls a CSV file an Excel file. */
  readonly alsoDeclaredAs: readonly string[]
  /** Whether a browser may show it in place; it runs nothing of ours then, see the content route. */
  readonly showable: boolean
}

const office = 'application/vnd.openxmlformats-officedocument.'

export const fileTypes: readonly FileType[] = [
  {
    mediaType: 'application/pdf',
    extensions: ['pdf'],
    content: 'pdf',
    alsoDeclaredAs: ['application/x-pdf'],
    showable: true,
  },
  { mediaType: 'image/png', extensions: ['png'], content: 'png', alsoDeclaredAs: [], showable: true },
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg'],
    content: 'jpeg',
    alsoDeclaredAs: ['image/jpg', 'image/pjpeg'],
    showable: true,
  },
  { mediaType: 'image/webp', extensions: ['webp'], content: 'webp', alsoDeclaredAs: [], showable: true },
  {
    mediaType: 'image/heic',
    extensions: ['heic', 'heif'],
    content: 'heic',
    alsoDeclaredAs: ['image/heif'],
    showable: false,
  },
  {
    mediaType: 'text/csv',
    extensions: ['csv'],
    content: 'text',
    alsoDeclaredAs: ['text/plain', 'application/csv', 'text/comma-separated-values', 'application/vnd.ms-excel'],
    showable: false,
  },
  { mediaType: 'text/plain', extensions: ['txt'], content: 'text', alsoDeclaredAs: [], showable: false },
  {
    mediaType: `${office}spreadsheetml.sheet`,
    extensions: ['xlsx'],
    content: 'xlsx',
    alsoDeclaredAs: [],
    showable: false,
  },
  {
    mediaType: `${office}wordprocessingml.document`,
    extensions: ['docx'],
    content: 'docx',
    alsoDeclaredAs: [],
    showable: false,
  },
]

/** What programs declare when they do not know. */
const undeclared = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

/** The type that a name and a declared media type claim together, or why they cannot be accepted. */
export function claimedType(
  fileName: string,
  declared: string,
): { type: FileType; refusal: null } | { type: null; refusal: Refusal } {
  const extension = fileExtension(fileName)
  const type = fileTypes.find((one) => one.extensions.includes(extension))
  const given = declared.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === undefined) {
    const accepted = fileTypes.flatMap((one) => one.extensions)
    return {
      type: null,
      refusal: refusal('attachment_type_refused', { extension, declared: given, accepted }, 'fileName'),
    }
  }
  if (!undeclared.has(given) && given !== type.mediaType && !type.alsoDeclaredAs.includes(given)) {
    return {
      type: null,
      refusal: refusal('attachment_type_mismatch', { declared: given, found: type.mediaType }, 'mediaType'),
    }
  }
  return { type, refusal: null }
}

/** Refuses a file whose content is not what its name says. */
export function refuseContent(type: FileType, found: FileContent): Refusal | null {
  if (found === type.content) return null
  return refusal('attachment_type_mismatch', { declared: type.mediaType, found }, 'fileName')
}

export function fileTypeOf(mediaType: string): FileType | undefined {
  return fileTypes.find((type) => type.mediaType === mediaType)
}
