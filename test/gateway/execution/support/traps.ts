import { differences } from './differences.ts';
import { fetchTraps } from './fetch-traps.ts';
import { shapeTraps } from './shape-traps.ts';
import type { Trap } from './trap.ts';

export const traps: readonly Trap[] = [...shapeTraps, ...fetchTraps, ...differences];
