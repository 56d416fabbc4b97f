import { accessSync, constants } from 'node:fs';

/** Debian's: the one without a window takes half of the processor time. */
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
 * The Chromium of this machine, which `CHROMIUM` names where it is not Debian's. Without one a file of tests fails with one
 * line, before any of its tests is tried.
 */
export function chromiumPath(): string {
  const { CHROMIUM } = process.env;
  const places = CHROMIUM ? [CHROMIUM] : ofDebian;
  const path = places.find(canRun);
  if (path !== undefined) return path;
  const missing = new Error(
    `There is no Chromium at ${places.join(' or ')}: install the Debian package chromium-headless-shell or chromium, or name a Chromium in CHROMIUM.`,
  );
  // Where it was thrown says nothing more.
  missing.stack = missing.message;
  throw missing;
}
