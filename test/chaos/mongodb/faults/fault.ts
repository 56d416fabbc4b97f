import type { Name } from '../../environment.ts';
import type { Federation } from '../federation.ts';
import type { Ledger } from '../ledger.ts';

export const faultNames = [
  'step-down',
  'kill-primary',
  'freeze-primary',
  'freeze-secondaries',
  'full-disk',
  'restart-mongod',
  'restart-subgraph',
  'restart-gateway',
] as const;
export type FaultName = (typeof faultNames)[number];

/** What a fault is made in, while officers work. */
export interface Scene {
  federation: Federation;
  ledger: Ledger;
  /** Waits for writes of an agency that are acknowledged from now on. */
  untilServed(of: readonly Name[], writes: number): Promise<void>;
}

export interface Fault {
  name: FaultName;
  /** The agencies that it is made to. */
  of: readonly Name[];
  /** What it is made to, as the report names it. */
  target: string;
  /**
   * Makes it, waits until it has shown, and ends it.
   * @returns the proof that it has happened
   * @throws when it has not, or is not over in time
   */
  happen(scene: Scene): Promise<string>;
}
