import { CallerLimits } from '../../../gateway/callers/caller-limits.ts';
import { AgencyBreaker } from '../../../gateway/federation/agency-breaker.ts';
import { agencyNames } from '../../../terms/agencies.ts';

const runs = 200_000;

const breaker = () =>
  new AgencyBreaker({ failures: 5, pause: 1_000, probe: async () => true, changed: () => undefined });

/**
 * Microseconds of processor time that a profile's limits take: its caller's requests at a time and cost a minute, begun, charged and ended,
 * and each agency's breaker, asked and told. They are too few to be seen in the load of a whole stack.
 */
export function limitsCost(): number {
  const limits = new CallerLimits({ atATime: 1_000, costAMinute: 1_000_000_000_000, secondsAMinute: 60 });
  const breakers = agencyNames.map(breaker);
  const viewers = Array.from({ length: 50 }, (_, index) => ({
    subject: `bench-${index}`,
    agency: 'BELARUS' as const,
    roles: [],
    cases: [],
  }));
  let open = 0;
  const once = (index: number) => {
    const viewer = viewers[index % viewers.length] as (typeof viewers)[number];
    const end = limits.begin(viewer);
    limits.charge(viewer, 300);
    for (const each of breakers) {
      if (each.isOpen) open += 1;
      each.note(each.era, 'answered');
    }
    end();
  };
  for (let index = 0; index < runs; index += 1) once(index);
  const before = process.cpuUsage();
  for (let index = 0; index < runs; index += 1) once(index);
  const { user, system } = process.cpuUsage(before);
  if (open > 0) throw new Error('a breaker is open to which nothing has failed');
  return (user + system) / runs;
}
