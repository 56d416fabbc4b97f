import { agencies, type Name } from '../../environment.ts';
import type { ServiceName } from '../federation.ts';
import type { Fault, Scene } from './fault.ts';

/** One member of a set is ended in order and started, then killed and started. */
export const restartMember = (of: Name, number: number): Fault => ({
  name: 'restart-mongod',
  of: [of],
  target: `${of} ${number}`,
  async happen({ federation, untilServed }) {
    const set = federation.sets[of];
    const member = set.members[number];
    if (!member) throw new Error(`there is no member ${number}`);
    const exits: string[] = [];
    for (const end of [() => member.stop(), () => member.kill()]) {
      const { pid } = member;
      await end();
      exits.push(`${member.exit}`);
      await member.start();
      if (member.pid === pid) throw new Error('the process is the same');
      await set.settled();
      await untilServed([of], 20);
    }
    return expected(exits);
  },
});

/** A process that ends in order has the exit code 0. */
function expected(exits: readonly string[]): string {
  if (exits.join() !== '0,SIGKILL') throw new Error(`the processes ended with ${exits.join(' and ')}`);
  return `exits ${exits.join(' and ')}`;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;

async function restart(name: ServiceName, of: readonly Name[], scene: Scene): Promise<string> {
  const { federation, ledger, untilServed } = scene;
  const service = federation.services[name];
  const exits: string[] = [];
  const refusals: number[] = [];
  const away: string[] = [];
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const ended = Date.now();
    exits.push(`${await service.end(signal)}`);
    const gone = Date.now();
    await service.start();
    away.push(`ended in ${seconds(gone - ended)} and ready in ${seconds(Date.now() - gone)}`);
    refusals.push(ledger.refusalsSince(of, ended));
    await untilServed(of, 20);
  }
  if (refusals.includes(0)) throw new Error(`${name} was away and nothing was refused`);
  return `${expected(exits)}, ${away.join(', ')}, ${refusals.join(' and ')} refused`;
}

export const restartSubgraph = (of: Name): Fault => ({
  name: 'restart-subgraph',
  of: [of],
  target: of,
  happen: (scene) => restart(of, [of], scene),
});

export const restartGateway: Fault = {
  name: 'restart-gateway',
  of: agencies,
  target: 'gateway',
  happen: (scene) => restart('gateway', agencies, scene),
};
