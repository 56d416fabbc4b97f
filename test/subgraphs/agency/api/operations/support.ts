import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { measureDay } from '../../../../../subgraphs/agency/records/formats/dates/day-window.ts';
import { daysAfter } from '../../../../../terms/days.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { type Taken, take } from '../../../../actions/take.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import type { Side } from '../../../../support/world/sides.ts';
import { world } from '../../../../support/world/world.ts';

/** The fields of an agency's half that tests look at. */
const half = `agency version state name purpose case otherCase until offences { agency code }
  offer { number by } draft { kind by words terms { name } } waits lead
  members { officer role isSuspended } otherMembers { role members }
  measures { id isTold measure { id } } plan { id state target }
  evaluation { worked failed words } otherEvaluation { worked failed words }
  isSuspendedHere isSuspendedThere releaseDrafts { id dossier classes } steps { kind by }`;

/** One agency's half of an operation, as its officers read it. */
export interface ToldOperation {
  version: number;
  state: string;
  offer: { number: number; by: string } | null;
  measures: { id: string; isTold: boolean; measure: { id: string } | null }[];
  plan: { id: string; state: string; target: string | null }[];
  releaseDrafts: { id: string; dossier: string }[];
  [field: string]: unknown;
}

/** What came of a step. */
export interface Acted {
  codes: unknown[];
  /** The codes of what was wrong, with their places; or the type of the refusal; empty where the step was taken. */
  refused: unknown[];
  id: string;
  half: ToldOperation;
}

const fieldOf = (side: Side) => side.toLowerCase();

const refusedWith = ({ codes, problems, __typename }: Taken): unknown[] => {
  if (codes.length > 0) return codes;
  if (problems) return problems.map(({ path, code }) => `${path} ${code}`);
  return __typename === 'RecordedOperation' ? [] : [__typename];
};

/** Takes an action on an operation. */
export async function act(officer: Officer, side: Side, action: string, input: object): Promise<Acted> {
  const own = fieldOf(side);
  const taken = await take(officer, side, action, input, `operation { id ${own} { ${half} } }`);
  return {
    codes: taken.codes,
    refused: refusedWith(taken),
    id: taken.of ?? '',
    half: taken.operation?.[own] as ToldOperation,
  };
}

/** An operation as an officer reads it; undefined where to them there is none. */
export async function read(officer: Officer, side: Side, id: string): Promise<ToldOperation | undefined> {
  const own = fieldOf(side);
  const document = `query ($id: ID!) { ${own} { operation(id: $id) { id ${own} { ${half} } } } }`;
  const { data } = await officer.run(document, { id });
  return data?.[own]?.operation?.[own];
}

/** Both agencies, with officers by their names, who work together on operations. */
export async function operatingAgencies(
  dossiers: Partial<Record<Side, readonly DossierRecord[]>> = {},
  start = new Date(),
) {
  const both = await world({
    BELARUS: { dossiers: dossiers.BELARUS ?? [] },
    RUSSIA: { dossiers: dossiers.RUSSIA ?? [] },
    start,
  });
  const day = (days: number) => measureDay(daysAfter(both.now, days));
  const officer = (side: Side, role: Role, called: string, number: string = caseOf[side]): Officer =>
    both.as(side, role).called(called).for('INVESTIGATION', number);
  /** The officers of an agency who decide on its operations; its lead is a member as INVESTIGATOR. */
  const of = (side: Side) => ({
    liaison: () => officer(side, 'LIAISON', `${side} liaison`),
    head: () => officer(side, 'SUPERVISOR', `${side} head`),
    lead: () => officer(side, 'INVESTIGATOR', `${side} lead`),
  });
  const leadOf = (side: Side) => ({ officer: `${side} lead`, role: 'INVESTIGATOR' });
  const terms = (changed: object = {}) => ({
    ...{ name: 'AVOCET', from: day(0), until: day(20), offences: ['209'], origins: [] },
    ...changed,
  });
  const it = Object.assign(both, {
    day,
    officer,
    ...{ belarus: of('BELARUS'), russia: of('RUSSIA') },
    leadOf,
    terms,
    step: (asking: Officer, side: Side, action: string, input: object) => act(asking, side, action, input),
    /** The version of an agency's half. */
    async versionOf(side: Side, id: string): Promise<number> {
      return (await both.of[side].stores.operations.read(id))?.version ?? 0;
    },
    /** Takes a step on the half as it is. */
    stepNow: async (
      asking: Officer,
      side: Side,
      action: string,
      input: { operation: string; [field: string]: unknown },
    ) => act(asking, side, action, { version: await it.versionOf(side, input.operation), ...input }),
    /** Has a second officer sign what waits. */
    sign: (side: Side, operation: string, approves = true) =>
      it.stepNow(of(side).head(), side, 'countersignOperation', { operation, approves }),
    /** Belarus proposes, two officers sign, and Russia is told. */
    async proposed(changed: object = {}): Promise<string> {
      const { id, refused } = await act(of('BELARUS').liaison(), 'BELARUS', 'proposeOperation', {
        ...{ to: 'RUSSIA', terms: terms(changed), lead: leadOf('BELARUS') },
      });
      if (refused.length > 0) throw new Error(`not proposed: ${refused}`);
      await it.sign('BELARUS', id);
      await it.settle();
      return id;
    },
    /** The same, and four people have agreed on it. */
    async agreed(changed: object = {}): Promise<string> {
      const operation = await it.proposed(changed);
      await it.stepNow(of('RUSSIA').liaison(), 'RUSSIA', 'acceptOperation', {
        ...{ operation, offer: 1, lead: leadOf('RUSSIA') },
      });
      await it.sign('RUSSIA', operation);
      await it.settle();
      return operation;
    },
    /** Names the lead, the liaison officer and others as members. */
    nameMembers: (side: Side, operation: string, others: { officer: string; role: string }[] = []) =>
      it.stepNow(of(side).head(), side, 'nameOperationMembers', {
        ...{ operation, lead: `${side} lead` },
        members: [leadOf(side), { officer: `${side} liaison`, role: 'LIAISON' }, ...others],
      }),
    /** Has a supervisor of Belarus's grant a release of a dossier. */
    async grant(dossier: string, release: string): Promise<void> {
      const { version } = (await both.BELARUS.models.dossiers.findById(dossier).lean()) as {
        version: number;
      };
      const granted = await take(of('BELARUS').head(), 'BELARUS', 'grantRelease', {
        ...{ dossier, version, release },
      });
      if (granted.__typename !== 'BelarusRecordedDossier')
        throw new Error(`not granted: ${refusedWith(granted)}`);
    },
    /** The kinds of what waits for an officer. */
    async waitingFor(asking: Officer, side: Side): Promise<string[]> {
      const own = fieldOf(side);
      const { data } = await asking.run(
        `{ ${own} { waiting(first: 100) { nodes { kind ... on WaitingOperation { operation { id ${own} { name } } } } } } }`,
      );
      return data[own].waiting.nodes.map(({ kind }: { kind: string }) => kind);
    },
    async listed(asking: Officer, side: Side, given = ''): Promise<string[]> {
      const own = fieldOf(side);
      const { data } = await asking.run(`{ ${own} { operations${given} { nodes { id } } } }`);
      return (data[own]?.operations?.nodes ?? []).map(({ id }: { id: string }) => id);
    },
  });
  return it;
}
export type OperatingAgencies = Awaited<ReturnType<typeof operatingAgencies>>;
