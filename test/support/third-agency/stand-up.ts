/**
 * Runs in a copy of the project that has a third agency: its subgraph and the gateway, with the settings of a development stack.
 * The other agencies are down. Tells the gateway's port and a token for each role given, as JSON in a line, and ends with its stdin.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentToken } from '../../../identity/development-token.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import type { Role } from '../../../terms/enums.ts';
import { freePorts } from '../../../workshop/embedded-mongodb/free-ports.ts';
import { developmentEnvironment } from '../../../workshop/scripts/development/development-environment.ts';
import { developmentIssuer, developmentKeys } from '../../../workshop/scripts/development/keys.ts';
import { ownSettings } from '../../../workshop/scripts/development/own-settings.ts';
import { startProcess } from '../../../workshop/scripts/development/processes.ts';

const [directory = '', uri = '', third = ''] = process.argv.slice(2);
const agency = third as Agency;
const ports = await freePorts(2 * agencyNames.length + 1);
const perAgency = <Value>(of: (index: number) => Value) =>
  Object.fromEntries(agencyNames.map((each, index) => [each, of(index)])) as Record<Agency, Value>;
const portOf = (index: number): number => ports[index] ?? 0;

const agencyPorts = perAgency(portOf);
const gatewayPort = portOf(ports.length - 1);
const environment = {
  ...developmentEnvironment(
    directory,
    perAgency(() => uri),
    agencyPorts,
    perAgency((index) => portOf(agencyNames.length + index)),
  ),
  [`${agency}_PORT`]: String(agencyPorts[agency]),
  GATEWAY_PORT: String(gatewayPort),
};
const start = (name: string, folder: string, port: number, owner: Agency | 'GATEWAY') =>
  startProcess({
    name,
    entry: `${folder}/start.ts`,
    port,
    environment: ownSettings(owner, environment),
    logDirectory: join(directory, 'logs'),
  });

const name = agency.toLowerCase();
const subgraph = await start(name, `subgraphs/${name}`, agencyPorts[agency], agency);
const gateway = await start('gateway', 'gateway', gatewayPort, 'GATEWAY');

const key = readFileSync(developmentKeys(directory).issuers[agency].privateKey, 'utf8');
const roles: Role[] = ['INVESTIGATOR', 'LIAISON'];
const tokens = Object.fromEntries(
  await Promise.all(
    roles.map(async (role) => {
      const officer = {
        roles: [role],
        cases: ['EX-2026-000001'],
        subject: `${name}-${role}`,
        lifetime: '1h',
      };
      return [role, await developmentToken(key, { issuer: developmentIssuer(agency), ...officer })] as const;
    }),
  ),
);
process.stdout.write(`${JSON.stringify({ port: gatewayPort, tokens })}\n`);
process.stdin.resume().once('end', async () => {
  await gateway.stop();
  await subgraph.stop();
});
