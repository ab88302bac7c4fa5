import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookChoice } from '../../../lib/look/look-choice.tsx'
import { SegmentedField } from '../../../ui/form/choice-fields.tsx'
import styles from './profile.module.css'

/** Language, density and colours; each takes effect at once and follows the person to other benches. */
export function LookPart(): ReactElement {
  const { t } = useTranslation('people')
  const { look, change } = useLookChoice()
  return (
    <div className={styles.stack}>
      <SegmentedField
        label={t('profile.language')}
        value={look.lang}
        onChange={(lang) => change({ lang: lang === 'ar' ? 'ar' : 'en' })}
        options={(['en', 'ar'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <SegmentedField
        label={t('profile.density')}
        hint={t('profile.densityHint')}
        value={look.density}
        onChange={(density) => change({ density: density as typeof look.density })}
        options={(['dense', 'default', 'gloves'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
      />
      <SegmentedField
        label={t('profile.scheme')}
        value={look.scheme}
        onChange={(scheme) => change({ scheme: scheme as typeof look.scheme })}
        options={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
      />
    </div>
  )
}
