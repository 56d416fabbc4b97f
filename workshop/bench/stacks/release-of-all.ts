import type { Release } from '../../../subgraphs/agency/records/dossier/release.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { decidedClasses } from '../../../terms/enums.ts';

/** The case that every viewer of a benchmark works on. */
export const benchCase = 'BY-2026-000001';

const day = 86_400_000;

/** In force, of every class, for the benchmark's case: the whole question is asked of each dossier and field. */
export function releaseOfAll(to: Agency, now: Date): Release {
  const from = new Date(now.getTime() - day);
  return {
    id: 'VBENCH000001',
    to,
    classes: [...decidedClasses],
    purposes: ['SOLVING', 'INVESTIGATION'],
    case: benchCase,
    from,
    until: new Date(now.getTime() + 30 * day),
    reason: 'Benchmark',
    proposedBy: 'liaison-bench',
    proposedAt: from,
    grantedBy: 'supervisor-bench',
    grantedAt: from,
  };
}
