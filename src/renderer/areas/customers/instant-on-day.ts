/**
 * The instant on a day of this place (`YYYY-MM-DD`) at the time of day of another instant. Changing the day of something
 * that happened keeps its hour.
 */
export function instantOnDay(isoDate: string, timeOf: string): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  const at = new Date(timeOf)
  return new Date(
    year,
    month - 1,
    day,
    at.getHours(),
    at.getMinutes(),
    at.getSeconds(),
    at.getMilliseconds(),
  ).toISOString()
}
