import { agencies } from '../../environment.ts';
import type { Fault } from './fault.ts';
import { freezePrimary, freezeSecondaries } from './freeze.ts';
import { fullDisk } from './full-disk.ts';
import { killPrimary } from './kill-primary.ts';
import { restartGateway, restartMember, restartSubgraph } from './restart.ts';
import { stepDown } from './step-down.ts';

/** Every fault in the order of a run, the agencies in turn. */
export const allFaults: readonly Fault[] = [
  stepDown('belarus'),
  killPrimary('russia'),
  freezePrimary('belarus'),
  freezeSecondaries('russia'),
  fullDisk,
  ...[0, 1, 2].flatMap((number) => agencies.map((name) => restartMember(name, number))),
  ...agencies.map(restartSubgraph),
  restartGateway,
];
