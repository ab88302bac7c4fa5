import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainReport } from '../../../core/areas/quality/quality.model.ts'
import { formatTime } from '../../ui/format-values.ts'
import { Note } from '../../ui/note.tsx'
import { useLook } from '../../ui/theme/look.ts'

export interface ChainCheck {
  readonly chains: readonly ChainReport[]
  readonly checkedAt: string
}

/** What a walk along the chains found: whole, or where it first breaks and how. */
export function ChainNote({ check }: { check: ChainCheck }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const broken = check.chains.flatMap(({ device, broken: found }) => (found === null ? [] : [{ device, ...found }]))
  const time = t('audit.checked', { time: formatTime(lang, check.checkedAt) })
  if (broken.length === 0) {
    const count = check.chains.reduce((sum, chain) => sum + chain.count, 0)
    return (
      <Note meaning="ok" role="status" title={t('audit.intact', { count })}>
        {time}
      </Note>
    )
  }
  return (
    <Note meaning="critical" role="alert" title={t('audit.brokenTitle')}>
      {broken.map((found) => (
        <p key={found.device}>{t('audit.broken', { device: found.device.slice(0, 8), seq: found.seq, why: t(`audit.why.${found.why}`) })}</p>
      ))}
    </Note>
  )
}
