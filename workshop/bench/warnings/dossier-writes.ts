import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import { newDossierId } from '../../../subgraphs/agency/records/random-id.ts';
import { dossierWrites } from '../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { recordingStep } from '../../demo-data/people/record-from.ts';
import { demoRecords } from '../../demo-data/records.ts';
import { benchMatch } from '../stacks/bench-keys.ts';

/** Milliseconds of the clock that each write of a dossier took, with the list of its identifiers and without. */
export interface WriteTimes {
  with: number[];
  without: number[];
}

/** Writes new dossiers as the action does, in turns with early warnings and without: the list of what dossiers hold is then left out. */
export async function writeDossiers({ models }: OpenedAgency, count: number): Promise<WriteTimes> {
  const matchOf = benchMatch();
  const unlisted = { bulkWrite: async () => undefined } as unknown as typeof models.sightings;
  const writes = {
    with: dossierWrites(models, matchOf),
    without: dossierWrites({ ...models, sightings: unlisted }, matchOf),
  };
  const times: WriteTimes = { with: [], without: [] };
  const records = demoRecords({ seed: 11, dossiersPerAgency: 300 }).BELARUS.dossiers;
  for (let turn = 0; turn < count * 2; turn++) {
    const way = turn % 2 === 0 ? 'with' : 'without';
    // Both ways write the same dossiers, under ids of their own.
    const record = records[Math.floor(turn / 2) % records.length];
    if (!record) throw new Error('there is no record');
    const { match: _match, samePersonAs: _same, ...values } = record;
    const dossier = { ...values, _id: newDossierId('BY'), recordedWith: `bench ${turn}`, links: [] };
    const from = performance.now();
    if (!(await writes[way].insert({ dossier, entry: recordingStep(dossier) })))
      throw new Error('a dossier was not written');
    // What comes first warms up the server and this process.
    if (turn >= 40) times[way].push(performance.now() - from);
  }
  return times;
}
