import { versionText } from './programs.ts';
import type { Environment } from './server.ts';

/** The oldest series that Concord is tested on. */
const OLDEST = [6, 0] as const;

/** Debian's and Ubuntu's packages of the libraries that a `mongod` loads. */
const PACKAGES: Readonly<Record<string, string>> = {
  'libcurl.so.4': 'libcurl4',
  'libssl.so.3': 'libssl3',
  'libcrypto.so.3': 'libssl3',
  'libssl.so.1.1': 'libssl1.1',
  'libcrypto.so.1.1': 'libssl1.1',
  'liblzma.so.5': 'liblzma5',
};

/**
 * Runs a `mongod` for its version, such as `6.0.5`.
 * @throws when it does not run on this machine, naming a missing library and its package, or is older than Concord supports
 */
export async function versionOf(binary: string, environment: Environment): Promise<string> {
  const text = await versionText(binary, '--version', environment).catch((error: Error) => {
    throw new Error(whyItDoesNotRun(binary, error));
  });
  const version = /db version v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) {
    throw new Error(`${binary} --version does not tell a version`);
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(`${binary} is ${version}; the oldest that Concord supports is ${OLDEST.join('.')}`);
  }
  return version;
}

function whyItDoesNotRun(binary: string, { message }: Error): string {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(message)?.[1];
  if (library === undefined) {
    return `${binary} does not run here: ${message}`;
  }
  const name = PACKAGES[library];
  const remedy = name ? `install the package ${name}` : 'install the package that has it';
  return `${binary} needs the library ${library}, which is missing: ${remedy}`;
}
