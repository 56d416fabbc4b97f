import { applyEvent } from '../../../../subgraphs/agency/channel/in/apply-record.ts';
import { provingAgain } from '../../../../subgraphs/agency/channel/out/proving-again.ts';
import type { ApplyResult } from '../../../../subgraphs/agency/channel/stores/inbox.ts';
import { readEvent } from '../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { signReceipt } from '../../../../subgraphs/agency/channel/wire/receipt.ts';
import { hashOf } from '../../../../subgraphs/agency/channel/wire/signature.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { outboxStore } from '../../../../subgraphs/agency/storage/channel/outbox-store.ts';
import { provenAgain } from '../../../../subgraphs/agency/storage/channel/proven-messages.ts';
import { requestRestatement } from '../../../../subgraphs/agency/storage/channel/request-restatement.ts';
import { isPassing } from '../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../subgraphs/russia/definition.ts';
import { ed25519 } from '../../../support/key-pairs.ts';
import {
  type Officer,
  type PermissionsAgency,
  permissionsAgency,
} from '../../../support/permissions-agency.ts';
import { keyOf, keysOf } from '../channel/keys-of.ts';

export const hour = 3_600_000;
export const caseOf = { BELARUS: 'BY-2026-000001', RUSSIA: 'RU-2026-000001' } as const;

interface ToldAnswer {
  kind: string;
  classes: string[] | null;
  withheld: { class: string; ground: string }[] | null;
  ground: string | null;
  release: string | null;
  until: string | null;
  handling: string;
  remark: string | null;
}

/** One agency's half of a request, as its officers read it. */
export interface ToldHalf {
  box: string;
  agency: string;
  version: number;
  state: string;
  isOverdue: boolean;
  urgency: string;
  classes: string[];
  purpose: string;
  legalBasis: string;
  case: string | null;
  offence: { code: string } | null;
  necessity: string | null;
  subject: {
    hit: string | null;
    dossier: string | null;
    criteria: { kind: string; value: string }[] | null;
  } | null;
  dossier: { id: string } | null;
  otherDossiers: string[];
  assignedTo: string | null;
  receivedAt: string | null;
  deadline: string | null;
  question: string | null;
  formQuestions: { question: string; field: string }[] | null;
  clarification: string | null;
  extensionReason: string | null;
  waitingWords: {
    step: string;
    text: string;
    terms: string[];
    until: string | null;
    by: string;
    since: string;
  } | null;
  proposal: ToldAnswer | null;
  answer: ToldAnswer | null;
  endedAt: string | null;
  events: { kind: string; at: string; by: string | null }[];
}

type Own = 'belarus' | 'russia';

const half = `box agency version state isOverdue urgency classes purpose legalBasis case offence { code } necessity
  subject { hit dossier criteria { kind value } } dossier { id } otherDossiers assignedTo receivedAt deadline question formQuestions { question field } clarification extensionReason
  waitingWords { step text terms until by since }
  proposal { kind classes withheld { class ground } ground release until handling remark }
  answer { kind classes withheld { class ground } ground release until handling remark }
  endedAt events { kind at by }`;

/** The documents that officers of an agency send. */
const documentsOf = (own: Own) => ({
  read: `query ($id: ID!) { ${own} { request(id: $id) { id ${own} { ${half} } } } }`,
  list: `query ($box: RequestBox!, $states: [RequestState!], $unassigned: Boolean! = false) { ${own} { requests(box: $box, states: $states, unassigned: $unassigned) { nodes { id } } } }`,
  draftRequest: `mutation ($input: DraftRequestInput!) { ${own} { draftRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } } } }`,
  authoriseRequest: `mutation ($input: RequestInput!) { ${own} { authoriseRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  withdrawRequest: `mutation ($input: RequestInput!) { ${own} { withdrawRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  clarifyRequest: `mutation ($input: RequestTextInput!) { ${own} { clarifyRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  closeRequest: `mutation ($input: RequestInput!) { ${own} { closeRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  takeUpRequest: `mutation ($input: RequestVersionInput!) { ${own} { takeUpRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  questionRequest: `mutation ($input: RequestTextInput!) { ${own} { questionRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  questionForm: `mutation ($input: QuestionFormInput!) { ${own} { questionForm(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  countersignWords: `mutation ($input: CountersignWordsInput!) { ${own} { countersignWords(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  acceptRequest: `mutation ($input: RequestInput!) { ${own} { acceptRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  extendRequest: `mutation ($input: ExtendRequestInput!) { ${own} { extendRequest(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  proposeAnswer: `mutation ($input: ProposeAnswerInput!) { ${own} { proposeAnswer(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
  decideAnswer: `mutation ($input: DecideAnswerInput!) { ${own} { decideAnswer(input: $input) { __typename
    ... on RecordedRequest { of isRepeat request { id ${own} { ${half} } } } ... on InvalidInput { problems { path code } } ... on UnknownRecord { unknown: of } ... on StaleVersion { currentVersion } } } }`,
});
export type RequestAction = Exclude<keyof ReturnType<typeof documentsOf>, 'read' | 'list'>;

/** Takes an action on a request. */
export async function act(own: Own, officer: Officer, action: RequestAction, input: object) {
  const { data, codes } = await officer.run(documentsOf(own)[action], { input });
  const outcome = data?.[own]?.[action];
  return {
    codes,
    outcome,
    id: outcome?.of as string,
    half: outcome?.request?.[own] as ToldHalf,
    isRepeat: outcome?.isRepeat as boolean | undefined,
    problems: (outcome?.problems ?? []) as { path: string; code: string }[],
  };
}

/** A request as an officer reads it; undefined where to them there is none. */
export async function read(own: Own, officer: Officer, id: string) {
  const { data, codes } = await officer.run(documentsOf(own).read, { id });
  return { codes, half: data?.[own]?.request?.[own] as ToldHalf };
}

/** Has a liaison officer write words for the other agency, and a supervisor countersign them. */
export async function actInWords(
  world: Pick<TwoAgencies, 'as'>,
  own: Own,
  action: 'questionRequest' | 'clarifyRequest' | 'extendRequest',
  input: { request: string } & Record<string, unknown>,
) {
  const agency = own === 'belarus' ? 'BELARUS' : 'RUSSIA';
  const { half: written, ...refused } = await act(own, world.as(agency, 'LIAISON'), action, input);
  if (!written) return { half: written, ...refused };
  return act(own, world.as(agency, 'SUPERVISOR'), 'countersignWords', {
    request: input.request,
    version: written.version,
    approves: true,
    neutrality: 'About the form alone',
  });
}

/** The ids in a box, newest first. */
export async function box(
  own: Own,
  officer: Officer,
  name: string,
  states?: string[],
  unassigned = false,
): Promise<string[]> {
  const { data } = await officer.run(documentsOf(own).list, { box: name, states, unassigned });
  return (data?.[own]?.requests?.nodes ?? []).map(({ id }: { id: string }) => id);
}

/**
 * The moments at which a process ends, so that the next one begins where it was: messages have their numbers and are still in the record
 * that they tell of; one was applied and not marked; receipts are kept and not taken in; a warning was noted and not counted.
 */
export const crashPoints = ['NUMBERED', 'APPLIED', 'ACKNOWLEDGED', 'WARNED'] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** Two agencies on one clock that a test turns: Russia asks, and Belarus has these dossiers. A test carries their messages by hand. */
export async function twoAgencies(dossiers: readonly DossierRecord[], start = new Date()) {
  const pairs = { BELARUS: ed25519('belarus'), RUSSIA: ed25519('russia') };
  const keys = { BELARUS: keyOf(pairs.BELARUS), RUSSIA: keyOf(pairs.RUSSIA) };
  const agencies = {
    BELARUS: await permissionsAgency(belarus, { dossiers, ownKeys: keysOf('BELARUS', pairs.BELARUS) }),
    RUSSIA: await permissionsAgency(russia, { ownKeys: keysOf('RUSSIA', pairs.RUSSIA) }),
  };
  let now = start;

  async function carryFrom(own: 'BELARUS' | 'RUSSIA'): Promise<ApplyResult[]> {
    const other = own === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
    const { models, pending } = agencies[own];
    const outbox = outboxStore(own, models);
    for (const source of pending) {
      const { messages, letGo } = await source.read(50);
      if (messages.length === 0) continue;
      await outbox.queue(messages);
      if (it.crash === 'NUMBERED') await outbox.queue((await source.read(50)).messages);
      await letGo();
    }
    const results: ApplyResult[] = [];
    for (const record of await outbox.head(other, 50)) {
      const event = readEvent(record.event);
      if (!event) throw new Error('this is no event');
      const given = { now, receivedAt: now, isPassing };
      if (it.crash === 'APPLIED') await applyEvent(agencies[other].effects, event, given);
      results.push(await applyEvent(agencies[other].effects, event, given));
      const content = { outcome: 'ACCEPTED', hash: hashOf(record.event), number: record.number } as const;
      const receipt = await signReceipt(
        { from: other, to: own, ...content, at: now.toISOString() },
        keys[other],
      );
      await outbox.acknowledge([{ id: record._id, receipt, at: now }]);
    }
    // Whoever ends here has the receipts taken in by the next look.
    if (it.crash !== 'ACKNOWLEDGED' || results.length === 0) await agencies[own].settleRequests(now);
    return results;
  }

  const as = (agency: 'BELARUS' | 'RUSSIA', ...roles: Parameters<PermissionsAgency['as']>[1][]): Officer =>
    agencies[agency].as(agency, ...roles).at(now);
  const it = {
    ...agencies,
    /** The moment at which processes end until a test says otherwise. */
    crash: undefined as CrashPoint | undefined,
    get now() {
      return now;
    },
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
    as,
    /** Lets time do at both what it does, and carries all messages until there are none. */
    async settle(): Promise<ApplyResult[]> {
      for (const agency of [agencies.BELARUS, agencies.RUSSIA]) {
        await agency.settleRequests(now);
        if (it.crash !== 'WARNED') continue;
        const warned = { warned: { $exists: true } };
        await agency.models.requests.updateMany(warned, { $unset: { warned: 1 }, $set: { due: now } });
        await agency.settleRequests(now);
      }
      const results: ApplyResult[] = [];
      for (;;) {
        const carried = [...(await carryFrom('RUSSIA')), ...(await carryFrom('BELARUS'))];
        if (carried.length === 0) return results;
        results.push(...carried);
      }
    },
    /** The keys that they sign their receipts with. */
    keys,
    /** Sends again to the other agency all that this one has sent, as to one whose database was restored from before it. */
    async sendAgain(own: 'BELARUS' | 'RUSSIA') {
      const other = own === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
      const { models } = agencies[own];
      const stores = { outbox: outboxStore(own, models) };
      const proofsOf = (to: 'BELARUS' | 'RUSSIA', number: number) =>
        provenAgain(models.outbox, to, number, now);
      await provingAgain(stores, proofsOf).outbox.sendAgainFrom(other, 1);
    },
    /** States anew to the other agency all that this one has told it of requests, as after a restored database. */
    async restate(own: 'BELARUS' | 'RUSSIA') {
      const other = own === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
      const { models } = agencies[own];
      for await (const message of requestRestatement(models).messagesTo(other, now))
        await outboxStore(own, models).queue([message]);
    },
    /** A hit on a dossier of Belarus's, as Russia's officers are given it. */
    async hit(dossier: string, caseNumber: string = caseOf.RUSSIA): Promise<string> {
      const reader = { agency: 'RUSSIA', case: caseNumber } as const;
      return (
        (await agencies.BELARUS.stores.hits.referencesOf([dossier], reader, now)).get(dossier)?._id ?? ''
      );
    },
    /** Drafts and authorises a request, and has it arrive. */
    async sent(subject: object, changed: object = {}) {
      const { id, outcome } = await act('russia', as('RUSSIA', 'INVESTIGATOR'), 'draftRequest', {
        ...draftOf(subject),
        ...changed,
      });
      if (id === undefined) throw new Error(`not drafted: ${JSON.stringify(outcome)}`);
      const authorised = await act('russia', as('RUSSIA', 'SUPERVISOR'), 'authoriseRequest', { request: id });
      if (authorised.half?.state !== 'SENT') throw new Error(`not sent: ${JSON.stringify(authorised)}`);
      await it.settle();
      return id;
    },
    /** The same, and its form was found in order. */
    async accepted(subject: object, changed: object = {}) {
      const id = await it.sent(subject, changed);
      await act('belarus', as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
      return id;
    },
    async stop() {
      await agencies.BELARUS.stop();
      await agencies.RUSSIA.stop();
    },
  };
  return it;
}
export type TwoAgencies = Awaited<ReturnType<typeof twoAgencies>>;

export const draftOf = (subject: object) => ({
  to: 'BELARUS',
  subject,
  classes: ['IDENTITY', 'CONTACT'],
  urgency: 'URGENT_AVAILABLE',
  offence: '159',
  necessity: 'Calls to a victim came from this number',
});

/** In thirty days. */
export const untilOf = (now: Date): string => new Date(now.getTime() + 30 * 24 * hour).toISOString();
