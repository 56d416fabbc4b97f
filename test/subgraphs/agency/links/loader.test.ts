import { describe, expect, test } from '@jest/globals';
import { ownDossierLoader } from '../../../../subgraphs/agency/links/loader.ts';
import type { LinkStore } from '../../../../subgraphs/agency/links/store.ts';
import { recordingLinkStore } from '../../../support/recording-stores.ts';

const [own1, own2, unlinked] = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'];
const [foreign1, foreign2, foreign3] = ['RU-0000000001', 'RU-0000000002', 'RU-0000000003'];
const confirmed = () =>
  recordingLinkStore([
    { ownDossier: own1, foreignDossier: foreign1 },
    { ownDossier: own2, foreignDossier: foreign2 },
  ]);

describe('the own dossiers of ids that are asked for at once', () => {
  test('are found with one command', async () => {
    const { store, asked } = confirmed();
    const loader = ownDossierLoader('BELARUS', store);
    expect(await Promise.all([loader.load(foreign1), loader.load(foreign2)])).toEqual([own1, own2]);
    expect(asked).toEqual([[foreign1, foreign2]]);
  });

  test('are undefined where no link is confirmed, wherever they stand', async () => {
    const { store } = confirmed();
    expect(await ownDossierLoader('BELARUS', store).loadMany([foreign3, foreign2, foreign1])).toEqual([
      undefined,
      own2,
      own1,
    ]);
  });

  test('are the ids themselves where they are the agency’s own, and only the others are asked for', async () => {
    const { store, asked } = confirmed();
    const ids = [own2, foreign1, unlinked];
    expect(await ownDossierLoader('BELARUS', store).loadMany(ids)).toEqual([own2, own1, unlinked]);
    expect(asked).toEqual([[foreign1]]);
  });

  test('are found without any command where all are the agency’s own', async () => {
    const { store, asked } = confirmed();
    expect(await ownDossierLoader('BELARUS', store).loadMany([own1, unlinked])).toEqual([own1, unlinked]);
    expect(asked).toEqual([]);
  });

  test('are asked for once each', async () => {
    const { store, asked } = confirmed();
    const loader = ownDossierLoader('BELARUS', store);
    await Promise.all([loader.load(foreign1), loader.load(foreign3), loader.load(foreign1)]);
    await loader.load(foreign3);
    expect(asked).toEqual([[foreign1, foreign3]]);
  });

  test('are asked for again by the loader of another request', async () => {
    const { store, asked } = confirmed();
    await ownDossierLoader('BELARUS', store).load(foreign1);
    await ownDossierLoader('BELARUS', store).load(foreign1);
    expect(asked).toEqual([[foreign1], [foreign1]]);
  });
});

describe('misuse', () => {
  test('of the loader without an id is refused before anything is read', () => {
    const { store, asked } = confirmed();
    expect(() => ownDossierLoader('BELARUS', store).load(undefined as unknown as string)).toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  test('by a store that fails reaches everybody who waits', async () => {
    const failing: LinkStore = {
      confirmedWithForeign: async () => {
        throw new RangeError('the database is gone');
      },
    };
    const loader = ownDossierLoader('BELARUS', failing);
    const results = await Promise.allSettled([loader.load(foreign1), loader.load(foreign2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('by a store that answers what it was not asked gives it to nobody', async () => {
    const generous: LinkStore = {
      confirmedWithForeign: async () => [{ ownDossier: own2, foreignDossier: foreign2 }],
    };
    expect(await ownDossierLoader('BELARUS', generous).load(foreign1)).toBeUndefined();
  });
});
