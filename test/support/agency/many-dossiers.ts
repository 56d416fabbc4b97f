import type { mongo } from 'mongoose';
import { mostTold } from '../../../subgraphs/agency/actions/change-links.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import { agencyModels } from '../../../subgraphs/agency/storage/database/agency-models.ts';
import { makeIndexes } from '../../../subgraphs/agency/storage/database/make-indexes.ts';
import { knownToOne, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { demoRecords } from '../../../workshop/demo-data/records.ts';
import { long } from '../long.ts';
import { findable } from '../match-keys.ts';
import type { AgencyInProcess } from '../world/agency.ts';
import { endTerms } from './end-terms.ts';

const perCopy = 400;
const copies = long.times(11, 25);

/** As many as one database of an agency has of dossiers here: ten thousand in the long run. */
export const manyDossiers = perCopy * copies;

const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id of the same form, for the copy of a number below 32: every character is that many further on. */
function idOfCopy(id: string, copy: number): string {
  const [, before = '', random = ''] = /^([A-Z]+-|N)(.*)$/.exec(id) ?? [];
  const further = (character: string) =>
    characters.charAt((characters.indexOf(character) + copy) % characters.length);
  return `${before}${Array.from(random, further).join('')}`;
}

/** What else a dossier names is copied with it, so that as many share a thing, or a name, as of those that are there. */
function copyOf({ samePersonAs, shareable, ...dossier }: DossierRecord, copy: number): DossierRecord {
  const id = (of: string) => idOfCopy(of, copy);
  const withNode = <Value extends { node?: string }>(value: Value): Value => ({
    ...value,
    ...(value.node !== undefined && { node: id(value.node) }),
  });
  const isShared = copy % 10 === 0;
  return {
    ...dossier,
    ...(!isShared && dossier.handlingCode === 'SHAREABLE' && { handlingCode: 'ON_RELEASE' }),
    // One copy is from before it took two officers.
    ...(shareable && copy !== 10 && { shareable }),
    ...(!isShared && { releases: [] }),
    _id: id(dossier._id),
    recordedWith: `${dossier.recordedWith} ${copy}`,
    links: isShared
      ? dossier.links.map((link) => ({ ...link, ...(link.dossier && { dossier: id(link.dossier) }) }))
      : [],
    ...(isShared && samePersonAs && { samePersonAs: samePersonAs.map(id) }),
    instruments: dossier.instruments.map(withNode),
    infrastructure: dossier.infrastructure.map(withNode),
    memberships: dossier.memberships.map((each) => ({ ...each, group: id(each.group) })),
    ...(dossier.match && {
      match: { ...dossier.match, tokens: dossier.match.tokens.map((token) => token + copy) },
    }),
  };
}

/** Past the models, whose casting takes longer than all else, and with what is undefined left out, as they do. */
export const inserted = <Row extends { _id: string }>(
  db: mongo.Db,
  collection: string,
  rows: readonly Row[],
) =>
  db
    .collection<{ _id: string }>(collection)
    .insertMany(rows as unknown as { _id: string }[], { ordered: false, ignoreUndefined: true });

/** A dossier's history: it was recorded, and where it is linked the other agency has told of it more often than is kept. */
function linesOf(dossier: DossierRecord) {
  const first = recordingStep(dossier);
  const told = dossier.links.length > 0 ? mostTold + 5 : 0;
  const lines = Array.from({ length: told }, (_, index) => ({
    ...first,
    version: 1_000 + index,
    action: 'TELL_LINK' as const,
    changes: [],
    idempotency: { key: `told-${index}`, fingerprint: 'channel' },
  }));
  return [first, ...lines].map((line) => storedEntry(dossier._id, line));
}

/**
 * Fills an agency's database with thousands of dossiers: demo records and copies of them, most of which no other agency may
 * see. The indexes are made afterwards, since they take far longer to be kept up than to be made.
 * @returns the ids of those that are no copies
 */
export async function fillDossiers({ connection, models }: AgencyInProcess, db: mongo.Db): Promise<string[]> {
  const { dossiers, groups } = demoRecords({ seed: 7, dossiersPerAgency: perCopy }).BELARUS;
  const found = dossiers.map(findable);
  await models.dossiers.deleteMany({});
  await models.groups.deleteMany({});
  await models.history.deleteMany({});
  await db.collection('dossiers').dropIndexes();
  await inserted(db, 'dossiers', found);
  await inserted(db, 'groups', groups);
  await inserted(db, 'history', dossiers.flatMap(linesOf));
  for (let copy = 1; copy < copies; copy++) {
    const copied = found.map((dossier) => copyOf(dossier, copy));
    await inserted(db, 'dossiers', copied);
    await inserted(
      db,
      'history',
      copied.map((dossier) => storedEntry(dossier._id, recordingStep(dossier))),
    );
    const ofGroup = (id: string) => ({ _id: idOfCopy(id, copy), recordedWith: `group ${id} ${copy}` });
    await inserted(
      db,
      'groups',
      groups.map((group) => ({ ...group, ...ofGroup(group._id) })),
    );
  }
  await makeIndexes(db, Object.values(agencyModels(connection)));
  return dossiers.map(({ _id }) => _id);
}

/** Has the time come of some dossiers, in whole and in part, and of groups, of which one is named by nobody. */
export async function endRetention(db: mongo.Db): Promise<void> {
  const due = new Date('2020-01-01');
  const dossiers = db.collection<DossierRecord>('dossiers');
  const groups = db.collection<{ _id: string; nextErasure: Date }>('groups');
  await dossiers.updateOne(
    { _id: knownToOne },
    { $set: { nextErasure: due, 'names.0.provenance.retainUntil': due } },
  );
  const alone = await dossiers.findOne({ links: { $size: 0 }, noted: { $exists: false } });
  await dossiers.updateMany(
    { _id: { $in: [linkedPerson.BELARUS, alone?._id ?? ''] } },
    { $set: { nextErasure: due, 'offences.$[].provenance.retainUntil': due } },
  );
  const [named, ...others] = await groups.find().limit(20).toArray();
  if (!named) throw new Error('there are no groups');
  await groups.updateMany({ _id: { $in: others.map(({ _id }) => _id) } }, { $set: { nextErasure: due } });
  const unnamed = { ...named, _id: 'BYG-NAMEDBYN0B0DY000', recordedWith: 'nobody', nextErasure: due };
  await groups.insertOne(unnamed);
  await endTerms(db, { dossiers: [linkedPerson.BELARUS, alone?._id ?? ''], group: unnamed._id });
}
