import { mkdir } from 'node:fs/promises';
import type { RequestOptions } from 'node:https';
import { DryMongoBinary } from 'mongodb-memory-server-core';
import { LockFile } from 'mongodb-memory-server-core/lib/util/lockfile.js';
import { MongoBinaryDownload } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownload.js';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js';
import { lockfilePath } from 'mongodb-memory-server-core/lib/util/utils.js';
import { checksCertificates, reach } from './reach.ts';
import { demandSeries, type Environment, type Mongod, oneLine, type Report } from './server.ts';
import { versionOf } from './version-of.ts';

const TO_CONNECT_MS = 5_000;
const BETWEEN_REPORTS_MS = 3_000;

/**
 * The real server, which mongodb-memory-server downloads for this system into its cache (`~/.cache/mongodb-binaries`),
 * once for all data directories.
 */
export async function findDownload(
  environment: Environment,
  report: Report,
  series?: string,
): Promise<Mongod> {
  const options = await DryMongoBinary.generateOptions();
  demandSeries(options.version, series);
  const binary =
    (await DryMongoBinary.locateBinary(options)) ?? (await download(options, environment, report));
  return { kind: 'download', binary, version: await versionOf(binary, environment) };
}

type Options = Awaited<ReturnType<typeof DryMongoBinary.generateOptions>>;

async function download(options: Options, environment: Environment, report: Report): Promise<string> {
  const url = new URL(await new MongoBinaryDownloadUrl(options).getDownloadUrl());
  try {
    await reach(url, TO_CONNECT_MS, environment);
  } catch (error) {
    throw new Error(`MongoDB ${options.version} cannot be downloaded: ${oneLine(error)}`);
  }
  await mkdir(options.downloadDir, { recursive: true });
  // The library's own lock, so that its other users on this machine wait for this download, and this one for theirs.
  const lock = await LockFile.lock(lockfilePath(options.downloadDir, options.version));
  try {
    report(`downloading MongoDB ${options.version} from ${url.host} into ${options.downloadDir}`);
    return await new ReportedDownload(options, environment, report).getMongodPath();
  } finally {
    await lock.unlock();
  }
}

class ReportedDownload extends MongoBinaryDownload {
  readonly #checksCertificates: boolean;
  readonly #report: Report;
  #reportedAt = Date.now();

  constructor(options: Options, environment: Environment, report: Report) {
    super(options);
    this.#checksCertificates = checksCertificates(environment);
    this.#report = report;
  }

  /** The library takes any certificate unless npm says otherwise, and the program it fetches is about to be run. */
  override httpDownload(url: URL, options: RequestOptions, ...rest: [string, string]): Promise<string> {
    return super.httpDownload(url, { ...options, rejectUnauthorized: this.#checksCertificates }, ...rest);
  }

  /** The library writes to standard output, which belongs to whoever started us. */
  override printDownloadProgress(chunk: { length: number }): void {
    this.dlProgress.current += chunk.length;
    if (Date.now() - this.#reportedAt >= BETWEEN_REPORTS_MS) {
      this.#reportedAt = Date.now();
      const megabytes = Math.round(this.dlProgress.current / 1e6);
      this.#report(`downloading MongoDB: ${megabytes} of ${Math.round(this.dlProgress.length / 1e6)} MB`);
    }
  }
}
