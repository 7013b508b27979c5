/** Whether a day exists; month (1 to 12) and day are 1 where they are left out. */
export function isRealDay(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
