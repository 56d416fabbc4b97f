import { accessSync, constants } from 'node:fs';

/**
 * The Chromium of this machine, which `CHROMIUM` names where it is not Debian's. Without one a file of tests fails with one
 * line, before any of its tests is tried.
 */
export function chromiumPath(): string {
  const path = process.env.CHROMIUM || '/usr/bin/chromium';
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    const missing = new Error(
      `There is no Chromium at ${path}: install the Debian package chromium, or name a Chromium in CHROMIUM.`,
    );
    // Where it was thrown says nothing more.
    missing.stack = missing.message;
    throw missing;
  }
}
