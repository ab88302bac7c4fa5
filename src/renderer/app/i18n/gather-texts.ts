/** Puts the texts of all areas together into i18next's namespaces: one per area, and three that everything shares. */
import type { AreaTexts, RecordWords } from '../../lib/i18n/area-texts.ts'

type Gathered<Areas extends Record<string, AreaTexts>> = { [Area in keyof Areas]: Areas[Area]['texts'] } & {
  errors: Record<string, string>
  records: Record<string, RecordWords>
  actions: Record<string, string>
}

export function gatherTexts<Areas extends Record<string, AreaTexts>>(areas: Areas): Gathered<Areas> {
  const all = Object.values(areas)
  return {
    ...Object.fromEntries(Object.entries(areas).map(([area, { texts }]) => [area, texts])),
    errors: Object.assign({}, ...all.map((area) => area.errors)),
    records: Object.assign({}, ...all.map((area) => area.records)),
    actions: Object.assign({}, ...all.map((area) => area.actions)),
  } as Gathered<Areas>
}
