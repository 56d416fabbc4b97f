import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

interface Dossier {
  _id: string;
  releases?: { id: string; until: Date; grantedAt?: Date; recalledAt?: Date }[];
  links?: {
    dossier?: string;
    references?: string[];
    ended?: string;
    own: { decision: string };
    told: { decision: string };
    lapsesAt?: Date;
  }[];
}

const perWrite = 500;

function stateOfLink(own: string, told: string): string {
  if (own === 'NONE' || told === 'NONE') return 'UNVERIFIED';
  return own === told ? own : 'DISPUTED';
}

function recordsOf({ _id: dossier, releases = [], links = [] }: Dossier) {
  const found = [
    ...releases.map(({ id, until, grantedAt, recalledAt }) => ({
      list: 'RELEASE',
      of: id as string | undefined,
      state: recalledAt ? 'RECALLED' : grantedAt ? 'GRANTED' : 'PROPOSED',
      due: until as Date | undefined,
    })),
    ...links.map(({ dossier: other, references, ended, own, told, lapsesAt }) => ({
      list: 'LINK',
      of: other ?? references?.at(-1) ?? ended,
      state: stateOfLink(own.decision, told.decision),
      due: lapsesAt,
    })),
  ];
  return found.flatMap(({ list, of, state, due }) => {
    if (of === undefined) return [];
    const _id = `${dossier} ${list} ${of}`;
    return [
      { _id, list, dossier, of, state, order: `${due?.toISOString() ?? '9999-12-31T23:59:59.999Z'} ${_id}` },
    ];
  });
}

/** Lists the releases and links of the dossiers that are there; what is done to them from then on keeps the list. */
export const listedDecisions: Migration = {
  name: '2026-11-26-decisions',
  async up(db: mongo.Db) {
    const decisions = db.collection<{ _id: string }>('decisions');
    let writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = [];
    const write = async () => {
      if (writes.length > 0) await decisions.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    const projection = { releases: 1, links: 1 };
    for await (const dossier of db.collection<Dossier>('dossiers').find({}, { projection })) {
      for (const { _id, ...replacement } of recordsOf(dossier))
        writes.push({ replaceOne: { filter: { _id }, replacement, upsert: true } });
      if (writes.length >= perWrite) await write();
    }
    await write();
  },
};
