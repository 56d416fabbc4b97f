import { join } from 'node:path';
import { choiceOf, findMongod } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { ended, launchScript } from '../../support/end-to-end/processes.ts';
import { freePort, newDirectory, removeDirectory } from '../../support/end-to-end/stack.ts';
import { ReplicaSet } from '../../support/replica-set.ts';
import { startFromBundle } from '../bundle.ts';
import { agencies, environmentOf, type Name, perAgency } from '../environment.ts';
import { Service } from './service.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

export type ServiceName = Name | 'gateway';

/** Two agencies with a replica set each, and the gateway before them, all of them processes that can be ended. */
export interface Federation {
  dataDirectory: string;
  gateway: string;
  uris: Record<Name, string>;
  sets: Record<Name, ReplicaSet>;
  services: Record<ServiceName, Service>;
  /** The file system of one member, or why there is none. */
  smallDisk: { of: Name; member: number; disk: SmallDisk } | { missing: string };
  stop(): Promise<void>;
}

/** The member of a small disk. */
const cramped = { of: 'belarus', member: 2 } as const;

const mongodOptions = [
  // MongoDB's own 15 s of quiet before it ends are for sets behind a load that must be moved first.
  ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=1500'],
  ['--oplogSize', '64'],
  ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // MongoDB's own are files of 100 MB, made before they are needed: a full disk would be noticed minutes later.
  ['--wiredTigerEngineConfigString', 'log=(file_max=8MB,prealloc=false)'],
].flat();

/** @param wants a small disk, where a fault needs one; `report` is told what it takes and what it cannot have */
export async function startFederation(wants: {
  smallDisk: boolean;
  report: (line: string) => void;
}): Promise<Federation> {
  const { report } = wants;
  const { binary, version } = await findMongod({ choice: choiceOf(process.env), report });
  report(`MongoDB ${version}, ${binary}`);
  const dataDirectory = newDirectory();
  // What was started, to be ended in the opposite order.
  const ends: (() => Promise<unknown>)[] = [async () => removeDirectory(dataDirectory)];
  const stop = async () => {
    for (const end of ends.reverse()) await end().catch((error) => process.stderr.write(`${error}\n`));
  };
  try {
    ends.push(await startFromBundle());
    let smallDisk: Federation['smallDisk'] = { missing: 'it was left out' };
    if (wants.smallDisk) {
      const mounted = await mountSmallDisk(join(dataDirectory, 'small-disk')).catch((error: Error) => ({
        missing: `no small file system can be mounted: ${error.message.trim().split('\n').at(-1)}`,
      }));
      if ('missing' in mounted) {
        smallDisk = mounted;
        report(`full-disk cannot be made: ${mounted.missing}; --skip full-disk leaves it out`);
      } else {
        smallDisk = { ...cramped, disk: mounted };
        ends.push(mounted.unmount);
      }
    }
    const sets = await perAgency(async (name) => {
      const own = 'disk' in smallDisk && smallDisk.of === name ? smallDisk : undefined;
      const set = await ReplicaSet.start({
        name,
        directory: join(dataDirectory, name),
        binary,
        options: mongodOptions,
        ...(own && { directories: { [own.member]: own.disk.directory } }),
      });
      ends.push(() => set.stop());
      return set;
    });
    const uris = { belarus: sets.belarus.uri('belarus'), russia: sets.russia.uri('russia') };
    const ports = await perAgency(freePort);
    const gatewayPort = await freePort();
    const attestorPorts = await perAgency(freePort);
    const environment: NodeJS.ProcessEnv = {
      ...environmentOf(dataDirectory, ports, uris),
      GATEWAY_PORT: String(gatewayPort),
      BELARUS_ATTESTOR_PORT: String(attestorPorts.belarus),
      BELARUS_ATTESTOR_URL: `http://localhost:${attestorPorts.belarus}`,
      RUSSIA_ATTESTOR_PORT: String(attestorPorts.russia),
      RUSSIA_ATTESTOR_URL: `http://localhost:${attestorPorts.russia}`,
    };
    const seeded = await ended(launchScript('workshop/scripts/seed.ts', environment, '--dossiers', '12'));
    if (seeded.code !== 0) throw new Error(seeded.complaints.join('\n'));
    const serviceOf = (name: ServiceName, port: number) => {
      const file = name === 'gateway' ? 'gateway/start.ts' : `subgraphs/${name}/start.ts`;
      return new Service(name, file, port, environment);
    };
    const services = {
      belarus: serviceOf('belarus', ports.belarus),
      russia: serviceOf('russia', ports.russia),
      gateway: serviceOf('gateway', gatewayPort),
    };
    ends.push(() => Promise.all(Object.values(services).map((service) => service.end('SIGKILL'))));
    const attestors = agencies.map(
      (name) =>
        new Service(`${name}-attestor`, `subgraphs/${name}/attestor.ts`, attestorPorts[name], environment),
    );
    ends.push(() => Promise.all(attestors.map((attestor) => attestor.end('SIGKILL'))));
    await Promise.all(attestors.map((attestor) => attestor.start()));
    await Promise.all(agencies.map((name) => services[name].start()));
    await services.gateway.start();
    const gateway = `http://localhost:${gatewayPort}`;
    return { dataDirectory, gateway, uris, sets, services, smallDisk, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
