import { findOnPath } from './programs.ts';
import { demandSeries, type Environment, type Mongod, type Report } from './server.ts';
import { versionOf } from './version-of.ts';

/** The server that the person has installed. */
export async function findMongodOnPath(
  environment: Environment,
  _report: Report,
  series?: string,
): Promise<Mongod> {
  const binary = await findOnPath('mongod', environment);
  if (binary === undefined) {
    throw new Error('no mongod on PATH');
  }
  const version = await versionOf(binary, environment);
  demandSeries(version, series);
  return { kind: 'mongod', binary, version };
}
