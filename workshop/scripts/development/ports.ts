import { connect } from 'node:net';
import { SettingsError } from '../../../server/settings.ts';

/** Whether somebody answers at a port of this machine. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/**
 * Checks the ports of a stack before anything of it starts. Whatever listens there already could answer for a process
 * of ours that has failed: another stack's gateway is just as ready as our own.
 * @throws SettingsError naming the variable of a port that cannot be had
 */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const seen = new Map<number, string>();
  for (const [variable, port] of Object.entries(ports)) {
    const other = seen.get(port);
    seen.set(port, variable);
    if (port === 0)
      throw new SettingsError(`${variable}: must be a port that the others can be told, 1 to 65535`);
    if (other) throw new SettingsError(`${variable}: port ${port} is ${other} already; choose another`);
    if (await isTaken(port)) {
      throw new SettingsError(`${variable}: port ${port} is already in use; choose another`);
    }
  }
}
