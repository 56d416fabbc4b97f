import { later, measureDay } from '../../../subgraphs/agency/records/formats/dates/day-window.ts';
import { draftOf } from '../../../subgraphs/agency/records/operations/half/draft-of.ts';
import {
  isAsked,
  type JointOperation,
  offerOf,
} from '../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../../subgraphs/agency/records/operations/half/operation-event.ts';
import {
  lastDay,
  operationState,
} from '../../../subgraphs/agency/records/operations/half/operation-state.ts';
import type { OperationTerms } from '../../../subgraphs/agency/records/operations/half/operation-terms.ts';
import type { Happening } from './history.ts';
import { measuresOf } from './own-dossiers.ts';

const pick = <One>(list: readonly One[], place: number): One =>
  list[Math.min(list.length - 1, Math.floor(place * list.length))] as One;

const roles = ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] as const;
const lessons = ['JOINT_PLANNING', 'PROVIDERS', 'ATTRIBUTION'] as const;
const prefixes = { BELARUS: 'BY', RUSSIA: 'RU' } as const;

/** The case that an officer gives: each step has one of its own, so that one that was not signed is known wherever it turns up. */
const caseAt = ({ own }: JointOperation, at: Date): string =>
  `${prefixes[own]}-2026-${String(Math.floor(at.getTime() / 1_000) % 1_000_000).padStart(6, '0')}`;

/** Terms from a day on, for so many days. */
export const termsFrom = (from: string, days: number): OperationTerms => ({
  ...{ name: 'AVOCET', purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
  ...{ from, until: later(from, days), conducts: ['FRAUD'], origins: [] },
});

interface Chooser {
  half: JointOperation;
  by: string;
  at: Date;
  what: Happening;
  isBargaining: boolean;
}

const leadOf = ({ half, what }: Chooser) => ({
  officer: `officer ${prefixes[half.own]} ${Math.floor(what.much * 5)}`,
  role: pick(roles, what.which),
});

function answer(chooser: Chooser, kind: 'ACCEPT' | 'SEND_BACK', n: number): OperationEvent {
  const { half, by, at, what } = chooser;
  const given = { by, at, n, case: caseAt(half, at), lead: leadOf(chooser) };
  if (kind === 'ACCEPT') return { kind, ...given };
  const from = offerOf(half)?.terms.from ?? measureDay(at);
  return { kind, ...given, terms: termsFrom(from, 2 + Math.floor(what.which * 100)) };
}

/** Members who are officers by their numbers, with one twice and a lead who is none of them now and then. */
function nameMembers({ half, by, at, what }: Chooser): OperationEvent {
  const name = (number: number) => `officer ${prefixes[half.own]} ${number}`;
  const count = 1 + Math.floor(what.much * 4);
  const members = Array.from({ length: count }, (_, index) => ({
    ...{ officer: name(what.which < 0.05 ? 0 : index), role: pick(roles, (what.which * 7 + index / 4) % 1) },
  }));
  return { kind: 'NAME_MEMBERS', by, at, members, lead: name(what.which > 0.95 ? 9 : 0) };
}

function renew({ half, by, at, what }: Chooser): OperationEvent {
  const last = lastDay(half) ?? measureDay(at);
  const asked = half.theirs.renewals.map(({ until }) => until).filter((until) => until > last);
  const until =
    asked.length > 0 && what.which < 0.8
      ? pick(asked, what.much)
      : later(last, pick([0, 1, 5, 20, 20, 60, 180, 181], what.much));
  return { kind: 'RENEW', by, at, until };
}

function draftReleases({ by, at, what }: Chooser): OperationEvent {
  const count = what.which < 0.03 ? 60 : 1;
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...{ id: `D${at.getTime()}-${index}`, dossier: 'secret dossier', classes: ['IDENTITY' as const] },
    ...{ reason: 'a secret reason', by, at },
  }));
  return { kind: 'DRAFT_RELEASES', by, at, drafts };
}

function onDraft({ half, by, at, what }: Chooser, kind: 'PROPOSE_RELEASE' | 'DROP_RELEASE'): OperationEvent {
  const ids = (half.releaseDrafts ?? []).map(({ id }) => id);
  return { kind, by, at, draft: ids.length > 0 && what.which < 0.95 ? pick(ids, what.much) : 'D0' };
}

function evaluate({ by, at, what }: Chooser): OperationEvent {
  const worked = [pick(lessons, what.much)];
  const failed = what.which < 0.1 ? worked : [pick(lessons, (what.much + 0.4) % 1)];
  const words = what.which > 0.5 ? { words: `plain words of ${at.getTime()}` } : {};
  return { kind: 'EVALUATE', by, at, worked, failed, ...words };
}

/** An event of a kind, whatever the operation has become. */
function ofKind(kind: OperationEvent['kind'], chooser: Chooser): OperationEvent {
  const { half, by, at, what } = chooser;
  const last = offerOf(half)?.n ?? 1;
  const n = what.how < 0.85 ? last : last + (what.how < 0.92 ? 1 : -1);
  switch (kind) {
    case 'ACCEPT':
    case 'SEND_BACK':
      return answer(chooser, kind, n);
    case 'DECLINE':
      return { kind, by, at, n };
    case 'RENEW':
      return renew(chooser);
    case 'SIGN':
      return { kind, by, at, approves: what.which < 0.85 };
    case 'NAME_MEMBERS':
      return nameMembers(chooser);
    case 'ADD_MEASURE': {
      const { dossier, of } = pick(measuresOf(half.own), what.much);
      const id = `V${String(at.getTime()).slice(-12).padStart(12, '0')}`;
      return { kind, by, at, measure: { id, dossier, of } };
    }
    case 'TAKE_MEASURE_OUT':
      return { kind, by, at, measure: pick([...half.measures.map(({ id }) => id), 'V0'], what.much) };
    case 'ADD_RESULT':
      return { kind, by, at, result: { kind: 'CASES_JOINED', count: 1 + Math.floor(what.much * 5) } };
    case 'DRAFT_RELEASES':
      return draftReleases(chooser);
    case 'PROPOSE_RELEASE':
    case 'DROP_RELEASE':
      return onDraft(chooser, kind);
    case 'EVALUATE':
      return evaluate(chooser);
    default:
      return { kind, by, at };
  }
}

/** Every kind of step that an officer can ask for. */
export const eventKinds: readonly OperationEvent['kind'][] = [
  ...(['ACCEPT', 'SEND_BACK', 'DECLINE', 'RENEW', 'SIGN', 'NAME_MEMBERS', 'ADD_MEASURE'] as const),
  ...(['TAKE_MEASURE_OUT', 'ADD_RESULT', 'DRAFT_RELEASES', 'PROPOSE_RELEASE', 'DROP_RELEASE'] as const),
  ...(['SUSPEND', 'RESUME', 'END', 'EVALUATE'] as const),
];

/** Steps of officers who want the operation to go on, by its state: chance alone would hardly ever lead to an agreement. */
const sensible: Readonly<Record<string, readonly OperationEvent['kind'][]>> = {
  PROPOSED: ['ACCEPT', 'ACCEPT', 'ACCEPT', 'SEND_BACK'],
  'BARGAINING PROPOSED': ['ACCEPT', 'SEND_BACK', 'SEND_BACK'],
  AGREED: ['DRAFT_RELEASES', 'NAME_MEMBERS', 'ADD_MEASURE', 'RENEW', 'DRAFT_RELEASES'],
  ACTIVE: ['DRAFT_RELEASES', 'DRAFT_RELEASES', 'RENEW', 'ADD_RESULT', 'ADD_MEASURE', 'SUSPEND'],
  SUSPENDED: ['RESUME', 'RESUME', 'RESUME', 'RENEW'],
  ENDED: ['EVALUATE', 'EVALUATE', 'ADD_RESULT'],
};

/** Chooses the step that an officer asks for. */
export function chooseStep(chooser: Chooser): OperationEvent {
  const { half, at, what, isBargaining } = chooser;
  const state = operationState(half, at);
  if (what.how < 0.6) {
    if (draftOf(half, at)) return ofKind('SIGN', chooser);
    if (half.releaseDrafts && what.which < 0.7) return ofKind('PROPOSE_RELEASE', chooser);
    const kinds =
      state === 'PROPOSED' && !isAsked(half)
        ? undefined
        : (sensible[isBargaining ? `BARGAINING ${state}` : state] ?? sensible[state]);
    if (kinds) return ofKind(pick(kinds, (what.by * 7) % 1), chooser);
  }
  const kind = pick(eventKinds, (what.by * 13) % 1);
  // An end for good comes seldom, or there would be no life to speak of.
  return ofKind((kind === 'END' || kind === 'DECLINE') && what.much < 0.5 ? 'SIGN' : kind, chooser);
}
