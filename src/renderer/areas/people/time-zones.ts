/** Time zones to choose from: those this computer knows, by IANA name. */
export function timeZoneOptions(): { value: string; label: string }[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
}
