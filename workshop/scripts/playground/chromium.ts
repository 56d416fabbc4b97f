import { accessSync, constants } from 'node:fs';

/**
 * The Chromium of this machine, which `CHROMIUM` names where it is not Debian's.
 * @throws Error when there is none, which says how to get one
 */
export function chromiumIn({ CHROMIUM }: NodeJS.ProcessEnv): string {
  const path = CHROMIUM || '/usr/bin/chromium';
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new Error(
      `there is no Chromium at ${path}: install the Debian package chromium, or name a Chromium in CHROMIUM`,
    );
  }
  return path;
}
