const patterns: readonly RegExp[] = [
  // 12.03.1985, 03.1985, as officers write them.
  /^(?:(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.)?(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?$/,
];

const two = (digits: string) => digits.padStart(2, '0');

/** True if a year has such a month, and the month such a day. */
function isCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * A date as somebody typed it, as far as they know it: `12.03.1985`, `03.1985`, `1985`, or with dashes from the year on.
 * @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for what is no date
 */
export function typedDate(text: string): string | undefined {
  for (const pattern of patterns) {
    const { year, month, day } = pattern.exec(text.trim())?.groups ?? {};
    if (!year || !isCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) continue;
    return [year, ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-');
  }
  return undefined;
}
