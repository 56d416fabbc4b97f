import { compactNumber } from '../text/folded.ts';

/** An account number without spaces; the name of an account, such as an e-mail address, as it is. */
export function accountOf(text: string): string {
  const compact = compactNumber(text);
  return /^(?=.*\d)[A-Z0-9]+$/.test(compact) ? compact : text;
}
