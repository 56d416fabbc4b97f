import { accessSync, constants } from 'node:fs';

/** Debian's: the one without a window, then the whole one. */
const ofDebian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium of this machine, which `CHROMIUM` names where it is not Debian's.
 * @throws Error when there is none, which says how to get one
 */
export function chromiumIn({ CHROMIUM }: NodeJS.ProcessEnv): string {
  const places = CHROMIUM ? [CHROMIUM] : ofDebian;
  const path = places.find(canRun);
  if (path !== undefined) return path;
  throw new Error(
    `there is no Chromium at ${places.join(' or ')}: install the Debian package chromium-headless-shell or chromium, or name a Chromium in CHROMIUM`,
  );
}
