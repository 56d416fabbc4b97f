import { provingAgain } from '../../../../../subgraphs/agency/channel/out/proving-again.ts';
import type { ApplyResult } from '../../../../../subgraphs/agency/channel/stores/inbox.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { RequestAction as StepAction } from '../../../../../subgraphs/agency/records/requests/steps/request-steps.ts';
import { provenAgain } from '../../../../../subgraphs/agency/storage/channel/proven-messages.ts';
import { requestRestatement } from '../../../../../subgraphs/agency/storage/channel/request-restatement.ts';
import type { OfficerDay } from '../../../../../subgraphs/agency/storage/officer-days/officer-day-model.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { dayOf } from '../../../../../terms/days.ts';
import { take } from '../../../../actions/take.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { otherSide, type Side } from '../../../../support/world/sides.ts';
import { world } from '../../../../support/world/world.ts';

export const hour = 3_600_000;

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
const sideOf = { belarus: 'BELARUS', russia: 'RUSSIA' } as const;

const half = `box agency version state isOverdue urgency classes purpose legalBasis case offence { code } necessity
  subject { hit dossier criteria { kind value } } dossier { id } otherDossiers assignedTo receivedAt deadline question formQuestions { question field } clarification extensionReason
  waitingWords { step text terms until by since }
  proposal { kind classes withheld { class ground } ground release until handling remark }
  answer { kind classes withheld { class ground } ground release until handling remark }
  endedAt events { kind at by }`;

export type RequestAction = StepAction | 'draftRequest';

/** Takes an action on a request. */
export async function act(own: Own, officer: Officer, action: RequestAction, input: object) {
  const told = `isRepeat request { id ${own} { ${half} } }`;
  const { codes, ...outcome } = await take(officer, sideOf[own], action, input, told);
  return {
    codes,
    outcome,
    id: outcome.of as string,
    half: outcome.request?.[own] as ToldHalf,
    isRepeat: outcome.isRepeat as boolean | undefined,
    problems: outcome.problems ?? [],
  };
}

/** A request as an officer reads it; undefined where to them there is none. */
export async function read(own: Own, officer: Officer, id: string) {
  const document = `query ($id: ID!) { ${own} { request(id: $id) { id ${own} { ${half} } } } }`;
  const { data, codes } = await officer.run(document, { id });
  return { codes, half: data?.[own]?.request?.[own] as ToldHalf };
}

/** Has a liaison officer write words for the other agency, and a supervisor countersign them. */
export async function actInWords(
  world: Pick<TwoAgencies, 'as'>,
  own: Own,
  action: 'questionRequest' | 'clarifyRequest' | 'extendRequest',
  input: { request: string } & Record<string, unknown>,
) {
  const agency = sideOf[own];
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
  const document = `query ($box: RequestBox!, $states: [RequestState!], $unassigned: Boolean! = false) {
    ${own} { requests(box: $box, states: $states, unassigned: $unassigned) { nodes { id } } } }`;
  const { data } = await officer.run(document, { box: name, states, unassigned });
  return (data?.[own]?.requests?.nodes ?? []).map(({ id }: { id: string }) => id);
}

/**
 * The moments at which a process ends, so that the next one begins where it was: messages have their numbers and are still in the record
 * that they tell of; one was applied and not marked; receipts are kept and not taken in; a warning was noted and not counted.
 */
export const crashPoints = ['NUMBERED', 'APPLIED', 'ACKNOWLEDGED', 'WARNED'] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** A dossier of the case that all work on, of which nothing is shown abroad yet. */
export const bareDossier = (id: string, changed: Partial<DossierRecord> = {}): DossierRecord =>
  dossierOf(id, {
    handlingCode: 'ON_RELEASE',
    cases: [caseOf.BELARUS],
    releases: [],
    links: [],
    ...changed,
  });

/** Both agencies: Russia asks, and Belarus has these dossiers. */
export async function twoAgencies(dossiers: readonly DossierRecord[], start = new Date()) {
  const both = await world({ BELARUS: { dossiers }, start });
  const { of, as } = both;
  let crash: CrashPoint | undefined;

  async function carryFrom(side: Side): Promise<ApplyResult[]> {
    const results = await both.carryFrom(side);
    // Whoever ends here has the receipts taken in by the next look.
    if (crash !== 'ACKNOWLEDGED' || results.length === 0) await of[side].settleRequests(both.now);
    return results;
  }

  const it = Object.assign(both, {
    /** Sets the moment at which processes end. */
    crashAt(point: CrashPoint | undefined) {
      crash = point;
      both.twice = { numbering: point === 'NUMBERED', applying: point === 'APPLIED' };
    },
    /** Lets time do at both what it does, and carries all messages until there are none. */
    async settle(): Promise<ApplyResult[]> {
      for (const agency of [of.BELARUS, of.RUSSIA]) {
        await agency.settleRequests(both.now);
        if (crash !== 'WARNED') continue;
        const warned = { warned: { $exists: true } };
        await agency.models.requests.updateMany(warned, { $unset: { warned: 1 }, $set: { due: both.now } });
        await agency.settleRequests(both.now);
      }
      const results: ApplyResult[] = [];
      for (;;) {
        const carried = [...(await carryFrom('RUSSIA')), ...(await carryFrom('BELARUS'))];
        if (carried.length === 0) return results;
        results.push(...carried);
      }
    },
    /** Takes away all that a test has left of requests, at both. */
    async startOver() {
      for (const { models } of [of.BELARUS, of.RUSSIA]) {
        const { requests, officerDays, notices, outbox, inbox, deputies } = models;
        for (const model of [requests, officerDays, notices, outbox, inbox, deputies])
          await (model as { deleteMany(filter: object): Promise<unknown> }).deleteMany({});
      }
    },
    /** Has an officer have done so much in a day. */
    spend: (side: Side, by: string, counts: Partial<OfficerDay>) =>
      of[side].models.officerDays.updateOne(
        { _id: `${dayOf(both.now)} ${by}` },
        { $set: counts, $setOnInsert: { at: both.now } },
        { upsert: true },
      ),
    /** Sends again to the other agency all that this one has sent, as to one whose database was restored from before it. */
    async sendAgain(own: Side) {
      const other = otherSide(own);
      const { models } = of[own];
      const { outbox } = both.stores[own];
      await of[other].models.inbox.deleteMany({});
      const proofsOf = (to: Agency, number: number) => provenAgain(models.outbox, to, number, both.now);
      await provingAgain({ outbox }, proofsOf).outbox.sendAgainFrom(other, 1);
    },
    /** States anew to the other agency all that this one has told it of requests, as after a restored database. */
    async restate(own: Side) {
      for await (const message of requestRestatement(of[own].models).messagesTo(otherSide(own), both.now))
        await both.stores[own].outbox.queue([message]);
    },
    /** A hit on a dossier of Belarus's, as Russia's officers are given it. */
    async hit(dossier: string, caseNumber: string = caseOf.RUSSIA): Promise<string> {
      const reader = { agency: 'RUSSIA', case: caseNumber } as const;
      const found = await of.BELARUS.stores.hits.referencesOf([dossier], reader, both.now);
      return found.get(dossier)?._id ?? '';
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
  });
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
