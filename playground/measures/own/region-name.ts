import { isKey } from '../../messages/is-key.ts';
import type { Translate } from '../../messages/translate.ts';

/** The name of a region, or its code where this page knows none. */
export function regionName(t: Translate, region: string): string {
  const key = `region.${region}`;
  return isKey(key) ? t(key) : region;
}
