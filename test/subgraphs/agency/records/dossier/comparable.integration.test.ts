import { requestContexts } from '../../../../../subgraphs/agency/api/context/request-context.ts';
import { comparedFirst, comparedPaths } from '../../../../../subgraphs/agency/matching/compared-fields.ts';
import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { type InformationClass, informationClasses } from '../../../../../terms/enums.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { insertStored } from '../../../../support/insert-stored.ts';
import { findable, testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const hidden = Array.from({ length: 5 }, (_, index) =>
  dossierOf(`BY-C0MPARAB1E0${index}`, { handlingCode: 'ON_RELEASE' }),
);
const visible = dossierOf('BY-C0MPARAB1E99', { handlingCode: 'SHAREABLE' });
const [name] = visible.names;
const withUnsigned = dossierOf('BY-C0MPARAB1E98', {
  handlingCode: 'SHAREABLE',
  names: visible.names.map((each) =>
    each === name
      ? { ...each, provenance: { ...each.provenance, unsigned: { by: 'officer-1', at: new Date() } } }
      : each,
  ),
});
const kept = dossierOf('BY-C0MPARAB1E97', { handlingCode: 'ORIGINATOR_ONLY' });
const tokens = new Map<InformationClass, number[]>([['IDENTITY', testMatch(visible).tokens]]);

describe('the dossiers that a search is compared with', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    // In the order in which a database finds them, the one that may be seen is the last.
    agency = await agencyInProcess(belarus, { dossiers: [...hidden, visible, kept] });
  });

  const dossiersFor = (of: 'BELARUS' | 'RUSSIA') =>
    requestContexts(belarus, agency.stores)(
      {
        viewer: { subject: 'officer', agency: of, roles: ['INVESTIGATOR'], cases: [] },
        mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
        idempotencyKey: '',
        requestKey: newRequestKey(Date.now()),
      },
      'request-0001',
    ).dossiers;
  const all = async (read: AsyncIterable<DossierPart>) => {
    const found: DossierPart[] = [];
    for await (const dossier of read) found.push(dossier);
    return found;
  };
  const compared = async (of: 'BELARUS' | 'RUSSIA', limit: number) =>
    (await all(dossiersFor(of).comparable(tokens, ['names'], limit))).map(({ _id }) => _id);

  test('are those that another agency’s viewer may see, however many others there are', async () => {
    const found = await compared('RUSSIA', 3);
    expect(found).toContain(visible._id);
    expect(found).toHaveLength(4);
  });

  test('are each told once, and no more than the limit at home', async () => {
    expect((await compared('RUSSIA', 10)).sort()).toEqual([...hidden, visible].map(({ _id }) => _id));
    expect(await compared('BELARUS', 3)).toHaveLength(3);
  });

  test('are read by parts that compare as all of them does, for each agency’s viewers', async () => {
    const everything = (dossier: DossierPart) => dossierFeatures(dossier, () => true);
    for (const home of ['BELARUS', 'RUSSIA'] as const) {
      const dossiers = dossiersFor(home);
      const parts = await all(dossiers.comparable(tokens, comparedPaths(informationClasses), 10));
      expect(parts.length).toBeGreaterThan(5);
      for (const part of parts) expect(everything(part)).toEqual(everything(visible));
      for (const part of await all(dossiers.comparable(tokens, comparedFirst, 10)))
        expect(everything(part)).toEqual({
          ...everything(visible),
          nationalIds: [],
          passports: [],
          shared: [],
        });
    }
  });

  test('are without what waits for a countersignature, abroad and not at home', async () => {
    const { dossiers } = agency.models;
    await insertStored(dossiers, [findable(withUnsigned)]);
    try {
      for (const [of, names] of [
        ['RUSSIA', visible.names.length - 1],
        ['BELARUS', visible.names.length],
      ] as const) {
        const reader = dossiersFor(of);
        for (const read of [
          reader.comparable(tokens, comparedFirst, 10),
          reader.compared([withUnsigned._id], comparedPaths(informationClasses)),
        ]) {
          const found = (await all(read)).find(({ _id }) => _id === withUnsigned._id);
          expect([of, found?.names?.length]).toEqual([of, names]);
        }
      }
    } finally {
      await dossiers.deleteOne({ _id: withUnsigned._id });
    }
  });

  test('are read again as far as the viewer may be told of them', async () => {
    const asked = [hidden[0]?._id ?? '', visible._id, kept._id, 'BY-C0MPARAB1E00'];
    const again = async (of: 'BELARUS' | 'RUSSIA') =>
      (await all(dossiersFor(of).compared(asked, ['names']))).map(({ _id }) => _id).sort();
    expect(await again('RUSSIA')).toEqual([hidden[0]?._id, visible._id].sort());
    expect(await again('BELARUS')).toEqual([hidden[0]?._id, visible._id, kept._id].sort());
  });

  test('are asked for again abroad where there are none, so that their number says nothing', async () => {
    const sent: string[] = [];
    const note = ({ commandName }: { commandName: string }) => {
      if (commandName === 'find') sent.push(commandName);
    };
    const client = agency.connection.getClient();
    client.on('commandStarted', note);
    const commandsFor = async (of: 'BELARUS' | 'RUSSIA', ids: string[]) => {
      sent.length = 0;
      await all(dossiersFor(of).compared(ids, ['names']));
      return [...sent];
    };
    expect(await commandsFor('RUSSIA', [])).toEqual(await commandsFor('RUSSIA', [visible._id]));
    expect(await commandsFor('BELARUS', [])).toEqual([]);
    client.off('commandStarted', note);
  });
});
