import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierStore } from '../../../../../subgraphs/agency/storage/stores/dossier-store.ts';
import { belarusContext } from '../../../../support/belarus-subgraph.ts';
import { recordingDossierStore } from '../../../../support/recording-stores.ts';

const [own1, own2, unlinked] = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'];
const [foreign1, foreign2, foreign3] = ['RU-0000000001', 'RU-0000000002', 'RU-0000000003'];
const linked: DossierPart[] = [
  { _id: own1, samePersonAs: [foreign1] },
  { _id: own2, samePersonAs: [foreign2] },
  { _id: unlinked },
];
const confirmed = () => recordingDossierStore(linked);

/** The agency’s own dossiers of ids of any agency that one request asks for. */
function loaderOver(store: DossierStore) {
  const { dossier } = belarusContext(store).loaders;
  return async (...ids: string[]) =>
    (await dossier.loadMany(ids.map((id) => ({ id, fields: [] })))).map((found) =>
      found instanceof Error ? found.message : found?._id,
    );
}

describe('the own dossiers of another agency’s ids', () => {
  test('are found with one command', async () => {
    const { store, byIds } = confirmed();
    expect(await loaderOver(store)(foreign1, foreign2)).toEqual([own1, own2]);
    expect(byIds).toEqual([{ own: [], foreign: [foreign1, foreign2], fields: ['cases'], filter: {} }]);
  });

  test('are undefined where no link is confirmed, wherever they stand', async () => {
    const { store } = confirmed();
    expect(await loaderOver(store)(foreign3, foreign2, foreign1)).toEqual([undefined, own2, own1]);
  });

  test('are found with the same command as those of own ids', async () => {
    const { store, byIds } = confirmed();
    expect(await loaderOver(store)(own2, foreign1, unlinked)).toEqual([own2, own1, unlinked]);
    expect(byIds).toEqual([{ own: [own2, unlinked], foreign: [foreign1], fields: ['cases'], filter: {} }]);
  });

  test('are the same dossier when it is asked for by both its ids', async () => {
    const { store, byIds } = confirmed();
    expect(await loaderOver(store)(own1, foreign1)).toEqual([own1, own1]);
    expect(byIds).toHaveLength(1);
  });

  test('are asked for once each', async () => {
    const { store, byIds } = confirmed();
    const load = loaderOver(store);
    await load(foreign1, foreign3, foreign1);
    await load(foreign3);
    expect(byIds.map(({ foreign }) => foreign)).toEqual([[foreign1, foreign3]]);
  });

  test('are asked for again by the loader of another request', async () => {
    const { store, byIds } = confirmed();
    await loaderOver(store)(foreign1);
    await loaderOver(store)(foreign1);
    expect(byIds.map(({ foreign }) => foreign)).toEqual([[foreign1], [foreign1]]);
  });
});

describe('misuse', () => {
  test('by a store that fails reaches everybody who waits', async () => {
    const failing: DossierStore = {
      ...confirmed().store,
      byIds: async () => {
        throw new RangeError('the database is gone');
      },
    };
    expect(await loaderOver(failing)(foreign1, foreign2)).toEqual([
      'the database is gone',
      'the database is gone',
    ]);
  });

  test('by a store that answers what it was not asked gives it to nobody', async () => {
    const generous: DossierStore = { ...confirmed().store, byIds: async () => linked };
    expect(await loaderOver(generous)(foreign1, foreign3)).toEqual([own1, undefined]);
  });
});
