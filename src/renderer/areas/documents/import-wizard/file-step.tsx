import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importLimits } from '../../../../core/areas/documents/import.model.ts'
import { isAbort } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { type Analysis, type ImportList, importApi } from './import-target.ts'
import styles from './import-wizard.module.css'
import { sendFile } from './send-file.ts'

interface FileStepProps {
  readonly list: ImportList
  onReady(file: string, fileName: string, analysis: Analysis): void
}

/** Choosing the file. It is sent and read; nothing is written. */
export function FileStep({ list, onReady }: FileStepProps): ReactElement {
  const { t } = useTranslation('imports')
  const api = importApi(useApi(), list)
  const words = useWords()
  const [sending, setSending] = useState<{ name: string; part: number | undefined } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])

  async function take(file: File): Promise<void> {
    const controller = new AbortController()
    ending.current = controller
    setFailure(null)
    setSending({ name: file.name, part: 0 })
    try {
      const hash = await sendFile({
        api,
        file,
        signal: controller.signal,
        onProgress: (part) => setSending({ name: file.name, part }),
      })
      setSending({ name: file.name, part: undefined })
      onReady(hash, file.name, await api.analyse({ file: hash }, { signal: controller.signal }))
    } catch (error) {
      if (!isAbort(error)) setFailure(error)
      setSending(null)
    }
  }
  return (
    <div className={styles.narrow}>
      {failure !== null && (
        <Note meaning="critical" role="alert">
          {words.error(failure)}
        </Note>
      )}
      {sending === null ? (
        <FileDrop
          accept={['.csv', '.txt', '.tsv', '.xlsx']}
          maxBytes={importLimits.fileBytes}
          label={t('file.choose')}
          detail={t('file.detail')}
          onFiles={([file]) => {
            if (file !== undefined) void take(file)
          }}
        />
      ) : (
        <>
          <Progress
            value={sending.part}
            label={
              sending.part === undefined
                ? t('file.reading', { name: sending.name })
                : t('file.sending', { name: sending.name })
            }
          />
          <Button onClick={() => ending.current?.abort()}>{t('cancel')}</Button>
        </>
      )}
    </div>
  )
}
