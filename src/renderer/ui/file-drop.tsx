import { type DragEvent, type ReactElement, useId, useRef, useState } from 'react'
import styles from './file-drop.module.css'
import { fileRefusal } from './file-refusal.ts'
import { Icon } from './icon.tsx'
import { useUiTexts } from './texts/ui-texts.ts'
import { useLook } from './theme/look.ts'

type FileDropProps = {
  /** Extensions with the dot, or mime types as `image/*`. Everything when left out. */
  accept?: readonly string[]
  multiple?: boolean
  maxBytes?: number
  label: string
  detail?: string
  onFiles: (files: File[]) => void
}

/** A place to drop files on, which is also a button that opens the file chooser. Tells why it refuses a file. */
export function FileDrop({
  accept = [],
  multiple = false,
  maxBytes,
  label,
  detail,
  onFiles,
}: FileDropProps): ReactElement {
  const texts = useUiTexts().files
  const { lang } = useLook()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  function take(list: FileList | null): void {
    setOver(false)
    const files = [...(list ?? [])]
    if (files.length === 0) return
    const found = fileRefusal(files, { accept, multiple, maxBytes, lang, texts })
    setRefusal(found)
    if (found === null) onFiles(files)
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  return (
    <div>
      <button
        type="button"
        className={styles.drop}
        data-over={over}
        aria-describedby={`${id}-detail`}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" size={20} className={styles.icon} />
        <span className={styles.label}>{texts.drop(label)}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </button>
      <div id={`${id}-detail`} role="alert" className={styles.refusal}>
        {refusal}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept.join(',')}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
