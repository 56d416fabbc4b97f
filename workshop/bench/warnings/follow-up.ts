import { followSightings } from '../../../subgraphs/agency/actions/indicators/follow-sightings.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { openComparing } from '../../../subgraphs/agency/open-comparing.ts';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import { usualPace } from '../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../../subgraphs/agency/records/indicators/sighting.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';

/** Cases among which a turn's identifiers are: an import brings many dossiers of a few. */
const cases = 20;

/** Lists identifiers as the write of as many dossiers does. */
async function list({ models }: OpenedAgency, turn: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index): SightingRecord => {
    const value = `${turn}-${index}.example.net`;
    const indicator = demoNaming.idOf('DOMAIN', value);
    const dossier = `BY-${turn}-${index}`;
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'DOMAIN',
      value,
      cases: [`BY-2026-${String(index % cases).padStart(6, '0')}`],
      at: new Date(),
      isImported: true,
      change: 'HELD',
    };
  });
  await models.sightings.insertMany(rows);
}

/**
 * Follows up what dossiers hold, in turns of as many, so many at a time.
 * @param sizes the changes that one transaction takes in
 * @returns of each size the changes that were followed up in a second of the clock, turn by turn
 */
export async function followUp(
  agency: OpenedAgency,
  sizes: readonly number[],
  { turns, count }: { turns: number; count: number },
): Promise<number[][]> {
  const key = newEvaluationKey();
  const keys = { own: { current: { kid: 'bench', epoch: '2026', ...key } }, others: new Map() };
  const { definition, models } = agency;
  const parts = openComparing(
    definition,
    models,
    { keys, pace: usualPace, naming: demoNaming },
    () => undefined,
  );
  const rates = sizes.map((): number[] => []);
  try {
    for (let turn = 0; turn < turns; turn++)
      for (const [place, size] of sizes.entries()) {
        await list(agency, `turn-${turn}-${size}`, count);
        const from = performance.now();
        const followed = await followSightings(parts, new Date(), undefined, size);
        if (followed !== count) throw new Error(`${followed} of ${count} were followed up`);
        rates[place]?.push((count / (performance.now() - from)) * 1_000);
      }
  } finally {
    await parts.curve.stop();
  }
  return rates;
}
