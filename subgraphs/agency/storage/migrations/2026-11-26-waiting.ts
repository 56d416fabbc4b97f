import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

interface Unsigned {
  by: string;
  at: Date;
}

interface Value {
  state?: string;
  provenance: { unsigned?: Unsigned };
}

interface Decision {
  decision: string;
  decidedAt?: Date;
}

interface Dossier {
  _id: string;
  handlingCode: string;
  cases: string[];
  status?: Value & { stage?: string };
  releases?: {
    id: string;
    classes: string[];
    until: Date;
    proposedBy: string;
    proposedAt: Date;
    grantedAt?: Date;
    recalledAt?: Date;
  }[];
  links?: {
    dossier?: string;
    references?: string[];
    ended?: string;
    own: Decision & { proposal?: { proposedBy: string; proposedAt: Date } };
    told: Decision;
  }[];
  shareable?: { proposal?: { proposedBy: string; proposedAt: Date } };
}

interface Waiting {
  kind: string;
  of?: string;
  needs: string[];
  not?: string;
  since: Date;
  due?: Date;
}

const classes: Readonly<Record<string, string>> = {
  names: 'IDENTITY',
  birth: 'IDENTITY',
  birthPlace: 'IDENTITY',
  sex: 'IDENTITY',
  citizenships: 'IDENTITY',
  documents: 'IDENTITY',
  contacts: 'CONTACT',
  instruments: 'FINANCIAL',
  infrastructure: 'TECHNICAL',
  roles: 'CASE',
  memberships: 'CASE',
  offences: 'CASE',
  measures: 'CASE',
  harms: 'VICTIM',
  status: 'CASE',
};
const planned = ['PLANNED', 'AUTHORISED'];
const cleared = ['DISCONTINUED', 'ACQUITTED'];
const daysToAnswer = 30;
const perWrite = 500;

const newest = (dates: Date[]) => new Date(Math.max(...dates.map((date) => date.getTime())));
const oldest = (dates: Date[]) => new Date(Math.min(...dates.map((date) => date.getTime())));

function onValues(dossier: Dossier): Waiting[] {
  const fields = dossier as unknown as Record<string, Value | Value[] | undefined>;
  const values = Object.entries(classes).flatMap(([field, of]) =>
    [fields[field] ?? []].flat().flatMap(({ state, provenance: { unsigned } }) => {
      const isPlanned = field === 'measures' && planned.includes(state ?? '');
      return unsigned ? [{ ...unsigned, of: isPlanned ? 'TACTICAL' : of }] : [];
    }),
  );
  const [first] = values;
  if (!first) return [];
  return [
    {
      kind: 'VALUES_TO_COUNTERSIGN',
      needs: values.map(({ of }) => of),
      ...(values.every(({ by }) => by === first.by) && { not: first.by }),
      since: oldest(values.map(({ at }) => at)),
    },
  ];
}

function onLinks({ links = [] }: Dossier): Waiting[] {
  return links.flatMap(({ dossier, references, ended, own, told }): Waiting[] => {
    const of = dossier ?? references?.at(-1);
    if (ended !== undefined || of === undefined) return [];
    const link = { of, needs: ['IDENTITY'] };
    const asked = told.decision !== 'NONE' && own.decision === 'NONE' ? told.decidedAt : undefined;
    const due = asked && { due: new Date(asked.getTime() + daysToAnswer * 86_400_000) };
    if (own.proposal) {
      const { proposedBy, proposedAt } = own.proposal;
      return [{ ...link, kind: 'LINK_TO_COUNTERSIGN', not: proposedBy, since: proposedAt, ...due }];
    }
    if (asked) return [{ ...link, kind: 'LINK_TO_ANSWER', since: asked, ...due }];
    const isDisputed = ![own.decision, told.decision].includes('NONE') && own.decision !== told.decision;
    const dates = [own.decidedAt, told.decidedAt].flatMap((at) => at ?? []);
    return isDisputed && dates.length > 0 ? [{ ...link, kind: 'LINK_DISPUTED', since: newest(dates) }] : [];
  });
}

function waitingOn(dossier: Dossier): Waiting[] {
  const { handlingCode, status, releases = [], shareable } = dossier;
  if (handlingCode === 'ORIGINATOR_ONLY' || cleared.includes(status?.stage ?? '')) return [];
  const proposed = releases.filter(({ grantedAt, recalledAt }) => !grantedAt && !recalledAt);
  const proposal = shareable?.proposal;
  return [
    ...proposed.map((release) => ({
      kind: 'RELEASE_TO_GRANT',
      of: release.id,
      needs: release.classes,
      not: release.proposedBy,
      since: release.proposedAt,
      due: release.until,
    })),
    ...onLinks(dossier),
    ...(proposal
      ? [
          {
            kind: 'SHAREABLE_TO_COUNTERSIGN',
            needs: [],
            not: proposal.proposedBy,
            since: proposal.proposedAt,
          },
        ]
      : []),
    ...onValues(dossier),
  ];
}

function recordsOf(dossier: Dossier) {
  return waitingOn(dossier).map(({ kind, of, needs, not, since, due }) => {
    const _id = [dossier._id, kind, ...(of === undefined ? [] : [of])].join(' ');
    return {
      _id,
      kind,
      dossier: dossier._id,
      ...(of !== undefined && { of }),
      cases: dossier.cases,
      needs: [...new Set(['CASE', ...needs])].sort(),
      ...(not !== undefined && { not }),
      since,
      ...(due && { due }),
      order: `${due?.toISOString() ?? '9999-12-31T23:59:59.999Z'} ${since.toISOString()} ${_id}`,
    };
  });
}

/** Lists what waits for officers on the dossiers that are there; what is done to them from then on keeps the list. */
export const waitingSteps: Migration = {
  name: '2026-11-26-waiting',
  async up(db: mongo.Db) {
    const waiting = db.collection<{ _id: string }>('waiting');
    let writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = [];
    const write = async () => {
      if (writes.length > 0) await waiting.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    const fields = ['handlingCode', 'cases', 'releases', 'links', 'shareable', ...Object.keys(classes)];
    const projection = Object.fromEntries(fields.map((field) => [field, 1]));
    for await (const dossier of db.collection<Dossier>('dossiers').find({}, { projection })) {
      for (const { _id, ...replacement } of recordsOf(dossier))
        writes.push({ replaceOne: { filter: { _id }, replacement, upsert: true } });
      if (writes.length >= perWrite) await write();
    }
    await write();
  },
};
