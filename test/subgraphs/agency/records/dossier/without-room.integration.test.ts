import mongoose from 'mongoose';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { fullFrom } from '../../../../../subgraphs/agency/records/dossier/without-room.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { take } from '../../../../actions/take.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const mebibyte = 1024 * 1024;

import { fullestDossier, longestMessage } from './fullest-dossier.ts';

describe('a dossier with every list at its end', () => {
  test('takes less than 8 MiB, half of what the database takes', () => {
    const size = mongoose.mongo.BSON.calculateObjectSize(fullestDossier());
    expect(size).toBeLessThan(8 * mebibyte);
    // The other way round: they are the lists that the product fills, and not a few of them.
    expect(size).toBeGreaterThan(2 * mebibyte);
  });
});

describe('a dossier that is full', () => {
  const [crowded, other, closed, empty] = [
    'BY-CR0WDED00001',
    'BY-CR0WDED00002',
    'BY-CR0WDED00003',
    'BY-CR0WDED00004',
  ];
  let agency: AgencyInProcess;
  /** As an earlier version has left it. */
  const crowd = (id: string) =>
    dossierOf(id, {
      ...(id === crowded && confirmedLink('RU-0000000001')),
      releases: [releaseOf({ id: 'VGRANTED' })],
      pending: [{ ...longestMessage, to: 'RUSSIA', data: { left: 'x'.repeat(fullFrom) } }],
      handlingCode: 'ON_RELEASE',
    });
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [] });
    for (const id of [crowded, other, closed]) {
      const dossier = crowd(id);
      expect(Buffer.byteLength(JSON.stringify(dossier))).toBeGreaterThan(fullFrom);
      await agency.models.dossiers.collection.insertOne(dossier as never);
    }
    await agency.models.dossiers.collection.insertOne(dossierOf(empty) as never);
  });

  const act = async (role: 'INVESTIGATOR' | 'LIAISON' | 'SUPERVISOR', action: string, input: object) => {
    const { codes: _none, ...taken } = await take(agency.as('BELARUS', role), 'BELARUS', action, input);
    return taken;
  };
  const given = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
  const name = { kind: 'LEGAL', script: 'LATIN', surname: 'Probny', provenance: given };
  const add = { names: [name] };
  const propose = (dossier: string, version = 1) => ({
    dossier,
    version,
    to: 'RUSSIA',
    classes: ['IDENTITY'],
    purposes: ['INVESTIGATION'],
    until: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'as asked',
  });
  const full = { __typename: 'InvalidInput', problems: [{ path: 'dossier', code: 'DOSSIER_FULL' }] };

  test('takes nothing more, which one with room does', async () => {
    const amend = (dossier: string) => act('INVESTIGATOR', 'amendDossier', { dossier, version: 1, add });
    expect(await amend(crowded)).toEqual(full);
    expect(await act('LIAISON', 'proposeRelease', propose(crowded))).toEqual(full);
    expect((await amend(empty)).__typename).toBe('BelarusRecordedDossier');
    expect((await act('LIAISON', 'proposeRelease', propose(empty, 2))).__typename).toBe(
      'BelarusRecordedDossier',
    );
  });

  test('is recalled, unlinked, has values taken out and contested, is closed to others and ended all the same', async () => {
    const reason = 'no longer needed';
    const recalled = { dossier: crowded, release: 'VGRANTED', reason };
    expect(await act('SUPERVISOR', 'recallRelease', recalled)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: crowded,
    });
    const withdrawn = { dossier: crowded, foreign: { dossier: 'RU-0000000001' }, of: 'DECISION', reason };
    expect(await act('SUPERVISOR', 'withdrawLink', withdrawn)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: crowded,
    });
    const [first, second] = dossierOf(crowded).names;
    const removed = { dossier: crowded, version: 3, remove: [first?.id], reason };
    expect(await act('INVESTIGATOR', 'amendDossier', removed)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: crowded,
    });
    const contested = { dossier: crowded, version: 4, value: second?.id, reason };
    expect(await act('INVESTIGATOR', 'contestValue', contested)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: crowded,
    });
    const hidden = { dossier: other, version: 1, handlingCode: 'ORIGINATOR_ONLY', reason };
    expect(await act('SUPERVISOR', 'changeHandlingCode', hidden)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: other,
    });
    const ended = { dossier: closed, version: 1, stage: 'ACQUITTED', provenance: given, reason };
    expect(await act('SUPERVISOR', 'closeDossier', ended)).toEqual({
      __typename: 'BelarusRecordedDossier',
      of: closed,
    });
  });
});

describe('a dossier that is amended again and again', () => {
  const id = 'BY-AMENDED00001';
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, {
      dossiers: [dossierOf(id, { releases: [releaseOf({ id: 'VGRANTED' })] })],
    });
  });

  const stored = async () =>
    (await agency.models.dossiers.findById(id).lean<DossierRecord>()) as DossierRecord;
  const sizeOf = async () => mongoose.mongo.BSON.calculateObjectSize(await stored());

  test('does not grow by its history, and is recalled afterwards', async () => {
    const given = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
    const contacts = Array.from({ length: 90 }, (_, n) => ({
      kind: 'MESSENGER',
      value: `${n} ${'x'.repeat(190)}`,
      service: 'y'.repeat(60),
      provenance: given,
    }));
    const sizes: number[] = [];
    for (let version = 1; version <= 20; version++) {
      // What is on record from before waits for a second officer, and stays.
      const own = (await stored()).contacts.filter(({ provenance }) => provenance.unsigned);
      const remove = own.map((contact) => contact.id);
      const input = { dossier: id, version, add: { contacts }, remove, reason: 'as it was told' };
      const { __typename } = await take(
        agency.as('BELARUS', 'INVESTIGATOR'),
        'BELARUS',
        'amendDossier',
        input,
      );
      expect(__typename).toBe('BelarusRecordedDossier');
      sizes.push(await sizeOf());
    }
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(1_000);
    const history = await historyOf(agency.models, id);
    expect(history.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    expect(Buffer.byteLength(JSON.stringify(history))).toBeGreaterThan(mebibyte);
    const input = { dossier: id, release: 'VGRANTED', reason: 'It is over' };
    const { __typename } = await take(agency.as('BELARUS', 'SUPERVISOR'), 'BELARUS', 'recallRelease', input);
    expect(__typename).toBe('BelarusRecordedDossier');
  });
});
