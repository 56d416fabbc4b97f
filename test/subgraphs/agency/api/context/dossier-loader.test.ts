import {
  type DossierKey,
  dossierLoader,
} from '../../../../../subgraphs/agency/api/context/dossier-loader.ts';
import type { DossierField } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierStore } from '../../../../../subgraphs/agency/storage/stores/dossier-store.ts';
import { belarusContext } from '../../../../support/belarus-subgraph.ts';
import { recordingDossierStore } from '../../../../support/recording-stores.ts';

const [first, second, third] = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'];
const key = (id: string, ...fields: DossierField[]): DossierKey => ({ id, fields });
const held = () => recordingDossierStore([{ _id: first }, { _id: second }]);
/** The loader of one request. */
const loaderOver = (store: DossierStore) => dossierLoader(belarusContext(store).dossiers.byIds);
/** What one command asked for, when all of it was the agency’s own and visible: with the cases, for the record of reads. */
const own = (ids: string[], fields: DossierField[]) => ({
  own: ids,
  foreign: [],
  fields: [...fields, 'cases'],
  filter: {},
});

describe('dossiers that are asked for at once', () => {
  test('are read with one command', async () => {
    const { store, byIds } = held();
    const loader = loaderOver(store);
    expect(await Promise.all([loader.load(key(first, 'names')), loader.load(key(second, 'names'))])).toEqual([
      { _id: first },
      { _id: second },
    ]);
    expect(byIds).toEqual([own([first, second], ['names'])]);
  });

  test('are read with every field that any of them needs, each named once', async () => {
    const { store, byIds } = held();
    const loader = loaderOver(store);
    await Promise.all([
      loader.load(key(first, 'names', 'birth')),
      loader.load(key(second, 'birth', 'status')),
    ]);
    expect(byIds).toEqual([own([first, second], ['names', 'birth', 'status'])]);
  });

  test('are read once each, although they are asked for with other fields', async () => {
    const { store, byIds } = held();
    const loader = loaderOver(store);
    const [one, same] = await Promise.all([
      loader.load(key(first, 'names')),
      loader.load(key(first, 'status')),
    ]);
    expect(one).toBe(same);
    expect(byIds).toEqual([own([first], ['names', 'status'])]);
  });

  test('are undefined where there is none, wherever they stand', async () => {
    const { store } = held();
    const loader = loaderOver(store);
    const found = await loader.loadMany([key(third), key(second), key('BY-0000000009'), key(first)]);
    expect(found).toEqual([undefined, { _id: second }, undefined, { _id: first }]);
  });

  test('are read without any field but the id and the cases when none is asked for', async () => {
    const { store, byIds } = held();
    await loaderOver(store).load(key(first));
    expect(byIds).toEqual([own([first], [])]);
  });
});

describe('a dossier that was read', () => {
  test('is not read again for the same fields in any order', async () => {
    const { store, byIds } = held();
    const loader = loaderOver(store);
    await loader.load(key(first, 'names', 'birth'));
    await loader.load(key(first, 'birth', 'names'));
    expect(byIds).toHaveLength(1);
  });

  test('is read again for a field that was not read', async () => {
    const { store, byIds } = held();
    const loader = loaderOver(store);
    await loader.load(key(first, 'names'));
    await loader.load(key(first, 'names', 'birth'));
    expect(byIds.map(({ fields }) => fields)).toEqual([
      ['names', 'cases'],
      ['names', 'birth', 'cases'],
    ]);
  });

  test('is read again by the loader of another request', async () => {
    const { store, byIds } = held();
    await loaderOver(store).load(key(first));
    await loaderOver(store).load(key(first));
    expect(byIds).toHaveLength(2);
  });
});

describe('misuse', () => {
  test('of the loader without a key is refused before anything is read', async () => {
    const { store, byIds } = held();
    const nothing = undefined as unknown as DossierKey;
    expect(() => loaderOver(store).load(nothing)).toThrow(TypeError);
    expect(byIds).toEqual([]);
  });

  test('by a store that fails reaches everybody who waits, and nobody gets half an answer', async () => {
    const failing: DossierStore = {
      byIds: async () => {
        throw new RangeError('the database is gone');
      },
      page: async () => [],
      chosen: async () => [],
      async *matching() {},
      sharing: async () => new Map(),
    };
    const loader = loaderOver(failing);
    const results = await Promise.allSettled([loader.load(key(first)), loader.load(key(second))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('by a store that answers what it was not asked gives it to nobody', async () => {
    const { store } = held();
    const generous: DossierStore = { ...store, byIds: async () => [{ _id: third }, { _id: second }] };
    const loader = loaderOver(generous);
    expect(await loader.loadMany([key(first), key(second)])).toEqual([undefined, { _id: second }]);
  });
});
