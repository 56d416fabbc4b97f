import { randomUUID } from 'node:crypto';
import { linked } from '../../support/end-to-end/demo.ts';
import { inputOf, provenance } from '../../support/end-to-end/officer.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { act, investigator, recorded } from './erasing.ts';
import { newPhones, type Planted, type Planter, planter } from './planter.ts';

/** Codes of a service that has broken down, or of none that is left: whoever can cause one has succeeded. */
const brokenDown = (codes: readonly (string | undefined)[]) =>
  codes.some((code) => code === undefined || ['AGENCY_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'].includes(code));

/** Everything that shares something with everything that shares something …, so many times, in pages of a length. */
function around(levels: number, first: number): string {
  const page = (list: string, below: string) =>
    `${list} { node { dossiers(first: ${first}) { nodes { id names { full } ${below} } } } }`;
  return levels === 0 ? '' : page('infrastructure', around(levels - 1, first));
}

/** The same text in a question of both halves, made 2.7 kB long as a script makes each of its questions another one. */
const questionAround = (levels: number, first: number, n: number) =>
  `{ suspect(id: "${linked.russia}") { russia { id ${around(levels, first)} } } } #${'x'.repeat(2_400)}${n}`;

/**
 * Three questions at a time by a partner of the other agency who has no case, while an officer of this one goes on asking.
 * @returns whether a question was answered, or somebody was told that an agency is out of order
 */
async function areTaken(target: Target, levels: number, first: number): Promise<boolean> {
  const partner = target.newOfficer('belarus', 'partner').for('DETECTION');
  const officer = target.investigating('russia', 'investigator');
  const met: (string | undefined)[] = [];
  let isAnswered = false;
  const asking = Promise.all(
    Array.from({ length: 3 }, async (_none, n) => {
      const { status, codes, body } = await partner.query(questionAround(levels, first, n));
      met.push(...codes);
      isAnswered ||= status === 200 && body.errors === undefined && body.data != null;
    }),
  );
  for (let n = 0; n < 10; n++) {
    const { codes } = await officer.query(`{ suspect(id: "${linked.russia}") { russia { id } } }`);
    met.push(...codes);
  }
  await asking;
  return isAnswered || brokenDown(met);
}

const means = 200;

const domainsOf = (name: string) =>
  inputOf(
    'infrastructure',
    ...Array.from({ length: means }, (_none, n) => ({
      kind: 'DOMAIN',
      value: `planted-${n}-${name}.example.org`,
      provenance,
    })),
  );

/** Dossiers that all have the same 200 domains. */
async function plantedDomains(target: Target, dossiers: number, longer = '') {
  const plants = planter(target, 'belarus');
  const planted: Planted[] = [];
  for (let n = 0; n < dossiers; n++)
    planted.push(await plants.plants([], undefined, domainsOf(`${plants.number.slice(-6)}${longer}`)));
  return { officer: plants.officer, id: planted[0]?.id ?? '' };
}

const sharing = (dossiers: number) => `dossiers(first: ${dossiers}) { nodes { infrastructure { id } } }`;

/**
 * In 150 bytes: the means of all dossiers that share a means with one, so many dossiers for each of its 200.
 * @returns whether all of it was answered
 */
async function areAllMade(target: Target, dossiers: number): Promise<boolean> {
  const { officer, id } = await plantedDomains(target, dossiers);
  const { codes, text } = await officer.query(
    `{ suspect(id: "${id}") { belarus { infrastructure { node { ${sharing(dossiers)} } } } } }`,
  );
  return text.split('{"id":"').length - 1 >= means * dossiers * means || brokenDown(codes);
}

/**
 * All domains of a dossier for each of them, with these names in the answer.
 * @returns whether all of it was answered
 */
async function areAllWritten(target: Target, fields: string): Promise<boolean> {
  const { officer, id } = await plantedDomains(target, 1, `-${'x'.repeat(40)}`);
  const { codes, text } = await officer.query(
    `{ suspect(id: "${id}") { belarus { infrastructure { node { dossiers(first: 1) { nodes { infrastructure { ${fields} } } } } } } } }`,
  );
  return text.split('.example.org"').length - 1 >= means * means || brokenDown(codes);
}

/** So many that a question for them is one of the dear ones, which have their turns. */
const sharers = 6;

/** Asks for whoever shares one of 200 means with a planted dossier. */
const asksForSharers = ({ officer, id }: Awaited<ReturnType<typeof plantedDomains>>, n = 0) =>
  officer.query(
    `{ a${n}: suspect(id: "${id}") { belarus { infrastructure { node { dossiers(first: ${sharers}) { nodes { id names { full } cases } } } } } } }`,
  );

/**
 * So many such questions at once of one officer, and one of another officer behind them.
 * @returns whether the other one was told that an agency is out of order, or waited for more than a few of the first one's
 */
async function keepsOthersWaiting(target: Target, questions: number, few: number): Promise<boolean> {
  const [first, other] = [await plantedDomains(target, sharers), await plantedDomains(target, sharers)];
  let answered = 0;
  const asking = Array.from({ length: questions }, (_none, n) =>
    asksForSharers(first, n).then(() => {
      answered += 1;
    }),
  );
  // Those of the first officer are on their way before it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { codes } = await asksForSharers(other);
  const before = answered;
  await Promise.all(asking);
  return before > few || brokenDown(codes);
}

/** @returns whether so many dossiers of 200 domains each were all recorded by one officer, one after the other */
async function areRecorded(target: Target, dossiers: number): Promise<boolean> {
  const plants = planter(target, 'belarus');
  try {
    for (let n = 0; n < dossiers; n++)
      await plants.plants([], undefined, domainsOf(`${plants.number.slice(-6)}-${n}`));
    return true;
  } catch {
    return false;
  }
}

/** @returns whether so many officers, who each record three large dossiers at once, were all answered, or whether nobody knows of some */
async function areRecordedAtOnce(target: Target, officers: number): Promise<boolean> {
  const refusals: string[] = [];
  const records = async (plants: Planter, n: number) => {
    const phones = newPhones(means / 2).map((value) => ({ kind: 'PHONE', value, provenance }));
    const values = { ...domainsOf(`${plants.number.slice(-6)}-${n}`), ...inputOf('contacts', ...phones) };
    await plants.plants([], undefined, values).catch(({ message }: Error) => refusals.push(message));
  };
  const planters = Array.from({ length: officers }, () => planter(target, 'belarus'));
  await Promise.all(planters.flatMap((plants) => [1, 2, 3].map((n) => records(plants, n))));
  const areUnknown = ['OUTCOME_UNKNOWN', 'AGENCY_UNAVAILABLE'].some((code) =>
    refusals.some((refused) => refused.includes(code)),
  );
  return refusals.length === 0 || areUnknown;
}

/** Whether one officer records so many groups, each of which waits for a second officer. */
async function recordsGroups(target: Target, number: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  for (let n = 0; n < number; n++) {
    const { text } = await officer.with('idempotency-key', randomUUID()).query(
      `mutation ($input: GroupInput!) { belarus { recordGroup(input: $input) {
        ... on RecordedGroup { id: of } ... on InvalidInput { problems { code } } } } }`,
      { input: { kind: 'CALL_CENTRE', name: `Office ${n} on the river`, provenance } },
    );
    if (!text.includes('"id"')) return false;
  }
  return true;
}

/** Whether one officer drafts so many requests, each of which waits for a second officer. */
async function drafts(target: Target, number: number): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  for (let n = 0; n < number; n++) {
    const input = {
      to: 'RUSSIA',
      // Another one each time: what is asked for already is drafted no second time, and counts for nothing.
      subject: { dossier: `RU-${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}` },
      classes: ['IDENTITY'],
      urgency: 'URGENT',
      offence: '209',
      necessity: `Calls came from there, in case ${randomUUID()}.`,
    };
    const { text } = await officer.with('idempotency-key', randomUUID()).query(
      `mutation ($input: DraftRequestInput!) { belarus { draftRequest(input: $input) {
        ... on RecordedRequest { id: of } ... on InvalidInput { problems { code } } } } }`,
      { input },
    );
    if (!text.includes('"id"')) return false;
  }
  return true;
}

/** Whether one officer proposes so many dossiers as SHAREABLE, or one dossier as often, each time it was turned down. */
async function proposes(target: Target, number: number): Promise<boolean> {
  const officer = investigator(target);
  const supervisor = target.investigating('belarus', 'supervisor');
  const { id, version } = await recorded(investigator(target));
  for (let n = 0, at = version; n < number; n++) {
    const proposal = { dossier: id, version: at, reason: 'A network across the border.' };
    const asked = await act(officer, 'proposeShareable', 'ProposeShareableInput', proposal);
    if (!asked) return false;
    const refused = { dossier: id, version: asked.version };
    const after = await act(supervisor, 'turnDownShareable', 'DossierVersionInput', refused);
    if (!after) throw new Error('no proposal was turned down');
    at = after.version;
  }
  return true;
}

export const heavyAttacks: readonly Attack[] = [
  {
    mend: 'shared things inside shared things',
    foundIn: '8ca3b3d1',
    name: 'a partner without a case, who asks for what surrounds what surrounds what surrounds a person',
    heldBy: ['QUERY_TOO_LARGE'],
    control: (target) => areTaken(target, 1, 20),
    attempt: (target) => areTaken(target, 3, 10),
  },
  {
    mend: 'objects of an answer',
    foundIn: '8ca3b3d1',
    name: 'planted dossiers that share two hundred means, each of which leads to all of them and all of theirs',
    heldBy: ['QUERY_TOO_LARGE'],
    control: (target) => areAllMade(target, 1),
    attempt: (target) => areAllMade(target, 3),
  },
  {
    mend: 'letters of an answer',
    name: 'few objects of an answer with as many letters as can be in them',
    heldBy: ['QUERY_TOO_LARGE'],
    control: (target) => areAllWritten(target, 'value'),
    attempt: (target) => areAllWritten(target, 'a: value b: value'),
  },
  {
    mend: 'turns of an officer',
    name: 'twenty questions at once, each of which leads to whoever shares one of two hundred means, before another officer’s',
    control: (target) => keepsOthersWaiting(target, 2, -1),
    attempt: (target) => keepsOthersWaiting(target, 20, 4),
  },
  {
    mend: 'turns of large writes',
    makesOutages: true,
    name: 'more large dossiers recorded at once, by sixteen officers, than the agency can record in time',
    heldBy: ['TOO_MANY_REQUESTS'],
    control: (target) => areRecordedAtOnce(target, 1),
    attempt: (target) => areRecordedAtOnce(target, 16),
  },
  {
    mend: 'values recorded in a day',
    name: 'more values recorded by one officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => areRecorded(target, 10),
    attempt: (target) => areRecorded(target, 26),
  },
  {
    mend: 'groups recorded in a day',
    name: 'more groups recorded by one officer in a day than others can look at, before those that others have recorded',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => recordsGroups(target, 50),
    attempt: (target) => recordsGroups(target, 51),
  },
  {
    mend: 'drafts in a day',
    name: 'more requests drafted by one officer in a day than others can look at, before those that others have drafted',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => drafts(target, 50),
    attempt: (target) => drafts(target, 51),
  },
  {
    mend: 'proposals in a day',
    name: 'more dossiers proposed as SHAREABLE by one officer in a day than others can look at',
    heldBy: ['QUOTA_SPENT'],
    control: (target) => proposes(target, 50),
    attempt: (target) => proposes(target, 51),
  },
];
