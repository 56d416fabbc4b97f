import { later, measureDay } from '../../../subgraphs/agency/records/formats/dates/day-window.ts';
import type { OperationEvent } from '../../../subgraphs/agency/records/operations/half/operation-event.ts';
import { heardSide } from '../../../subgraphs/agency/records/operations/heard-side.ts';
import { measuresNow } from '../../../subgraphs/agency/records/operations/measures-now.ts';
import { listsOf } from '../../../subgraphs/agency/records/operations/operation-columns.ts';
import {
  isToldAnew,
  operationData,
  operationTold,
  toldMessage,
} from '../../../subgraphs/agency/records/operations/operation-data.ts';
import { withMeasuresNow } from '../../../subgraphs/agency/records/operations/steps/change-measures.ts';
import {
  heardOfOperation,
  newOperation,
} from '../../../subgraphs/agency/records/operations/steps/new-operation.ts';
import { operationTransition } from '../../../subgraphs/agency/records/operations/steps/operation-transition.ts';
import { BadWire, type OnWire } from './bad-wire.ts';
import { chooseStep, termsFrom } from './choose-step.ts';
import type { Happening, History } from './history.ts';
import { type KeptHalf, withGrant, withProposal, withRecall, withReleasesSettled } from './kept-half.ts';
import { type Entry, otherSide, type Side } from './oracle/log.ts';
import { dossiersOfMeasures, releasingDossier } from './own-dossiers.ts';
import { viewOf } from './view-of.ts';

const second = 1_000;
const hour = 3_600_000;
const begin = Date.UTC(2026, 9, 20, 9);
const sides = ['BELARUS', 'RUSSIA'] as const;
const prefixes = { BELARUS: 'BY', RUSSIA: 'RU' } as const;

/** An entry without its place and time. */
type Note = Entry extends infer Each ? (Each extends Entry ? Omit<Each, 'side' | 'at'> : never) : never;

const dossiers: Readonly<Record<Side, KeptHalf['dossier']>> = {
  ...{ BELARUS: releasingDossier('BELARUS'), RUSSIA: releasingDossier('RUSSIA') },
};

/** Both agencies without their databases, each with its half of one operation, its dossier and a clock of its own; and a log of all that happens. */
export class World {
  readonly log: Entry[] = [];
  /** States that a half came through, and events that were taken. */
  readonly states = new Set<string>();
  readonly taken = new Set<string>();
  readonly #skew: number;
  readonly #isBargaining: boolean;
  readonly #wire = new BadWire();
  readonly #kept: Record<Side, KeptHalf>;
  readonly #copies: Record<Side, KeptHalf[]> = { BELARUS: [], RUSSIA: [] };
  readonly #isLeadSuspended: Record<Side, boolean> = { BELARUS: false, RUSSIA: false };
  readonly #lastHeard: Partial<Record<Side, OnWire>> = {};
  readonly #id: string;
  #now = begin;

  constructor({ skew, ahead, days, isBargaining }: History) {
    this.#skew = skew;
    this.#isBargaining = isBargaining;
    const at = this.#timeOf('BELARUS');
    const terms = termsFrom(later(measureDay(at), ahead), days);
    const lead = { officer: 'officer BY 0', role: 'SUPERVISOR' as const };
    const by = 'officer BY 1';
    const number = 'BY-2026-000001';
    const operation = newOperation('BELARUS', 'RUSSIA', { by, at }, { terms, case: number, lead });
    this.#id = operation.id;
    this.#kept = {
      BELARUS: { operation, dossier: dossiers.BELARUS, progress: 0 },
      RUSSIA: { dossier: dossiers.RUSSIA, progress: 0 },
    };
    this.#note('BELARUS', {
      kind: 'PROPOSED',
      deed: { kind: 'PROPOSE', by, at, terms, case: number, lead },
    });
    this.#look(false);
  }

  #timeOf = (side: Side): Date => new Date(this.#now + (side === 'RUSSIA' ? this.#skew : 0));

  #note(side: Side, note: Note): void {
    this.log.push({ side, at: this.#timeOf(side).getTime(), ...note } as Entry);
  }

  happens(what: Happening): void {
    const { kind, side, how, much } = what;
    this.#now += second;
    const by = `officer ${prefixes[side]} ${Math.floor(what.by * 4)}`;
    const at = this.#timeOf(side);
    switch (kind) {
      case 'STEP':
        this.#step(side, by, what);
        break;
      case 'DELIVER':
        this.#deliver(what);
        break;
      case 'WAIT':
        this.#wait(what);
        break;
      case 'GREET':
        this.#greet(side);
        break;
      case 'SETTLE':
        this.#settleJob(side);
        break;
      case 'GRANT':
        this.#kept[side] = withGrant(this.#kept[side], by, at);
        break;
      case 'RECALL':
        this.#kept[side] = withRecall(this.#kept[side], by, at);
        break;
      case 'MEASURE':
        this.#kept[side] = { ...this.#kept[side], progress: this.#kept[side].progress + 1 };
        break;
      case 'LEAD':
        this.#isLeadSuspended[side] = !this.#isLeadSuspended[side];
        break;
      case 'RESTORE':
        this.#restore(side, how, much);
        break;
      case 'RESTART': {
        const last = this.#lastHeard[side];
        if (last) this.#hear(last);
        this.#note(side, { kind: 'RESTARTED' });
        break;
      }
    }
    this.#look(false);
  }

  #step(side: Side, by: string, what: Happening): void {
    const { operation: half } = this.#kept[side];
    if (!half) return;
    const at = this.#timeOf(side);
    const event = chooseStep({ half, by, at, what, isBargaining: this.#isBargaining });
    const isLeadSuspended = half.lead !== undefined && this.#isLeadSuspended[side];
    const after = operationTransition(half, event, isLeadSuspended);
    const isTaken = 'operation' in after;
    this.#note(side, { kind: 'STEP', deed: event, isLeadSuspended, isTaken });
    if (!isTaken) return;
    this.taken.add(event.kind);
    this.#kept[side] = { ...this.#kept[side], operation: after.operation };
    if (event.kind === 'PROPOSE_RELEASE') this.#kept[side] = withProposal(this.#kept[side], by, at);
    if (!this.#tellMeasures(side) && after.tells) this.#tell(side);
    this.#afterStep(side, event);
  }

  /** The job closes what an own end or suspension closes, within the minute. */
  #afterStep(side: Side, { kind }: OperationEvent): void {
    if (kind === 'SUSPEND' || kind === 'END') this.#settleReleases(side);
  }

  /** Tells the other agency what has become of measures. @returns false where there is nothing to tell */
  #tellMeasures(side: Side): boolean {
    const { operation, progress } = this.#kept[side];
    if (!operation) return false;
    const { plan, outcomes } = measuresNow(operation, dossiersOfMeasures(side, progress));
    const told = withMeasuresNow(operation, plan, outcomes);
    if (!told) return false;
    this.#kept[side] = { ...this.#kept[side], operation: told };
    this.#tell(side);
    return true;
  }

  #tell(side: Side): void {
    const { operation } = this.#kept[side];
    if (!operation) return;
    const text = JSON.stringify(toldMessage(operation, this.#timeOf(side)).data);
    const number = this.#wire.send(otherSide(side), text);
    this.#note(side, { kind: 'TOLD', number, text });
  }

  #deliver({ side, how, much, which }: Happening): void {
    if (how < 0.05) {
      this.#wire.lose(side, much);
      return;
    }
    const message = how < 0.12 ? this.#wire.again(side, much) : this.#wire.take(side, which, how > 0.92);
    if (message) this.#hear(message);
  }

  #hear(message: OnWire): void {
    const { to: side, text, number } = message;
    const { side: theirs, yours } = operationData[operationTold].parse(JSON.parse(text));
    const kept = this.#kept[side];
    const before = kept.operation ?? heardOfOperation(this.#id, side, otherSide(side));
    const heard = heardSide(before, theirs, yours);
    const isParked = heard.refused !== undefined;
    // Of an operation that is not known here there is nothing to withhold.
    const isWritten = !isParked || kept.operation !== undefined;
    this.#kept[side] = {
      ...kept,
      heardAt: this.#timeOf(side),
      ...(isWritten && { operation: heard.operation }),
    };
    this.#lastHeard[side] = message;
    this.#note(side, { kind: 'HEARD', number, isParked });
    if (isWritten) this.#settleJob(side);
  }

  #wait({ how, much }: Happening): void {
    const hours = how < 0.6 ? much * 10 : how < 0.92 ? much * 60 : much * 24 * 14;
    this.#now += Math.round(hours * hour);
    // The agencies greet each other every hour, unless the channel is away.
    if (how % 0.1 < 0.07) for (const side of sides) this.#greet(side);
  }

  #greet(side: Side): void {
    this.#kept[side] = { ...this.#kept[side], heardAt: this.#timeOf(side) };
    this.#note(side, { kind: 'GREETED' });
  }

  #settleReleases(side: Side): void {
    this.#kept[side] = withReleasesSettled(this.#kept[side], this.#timeOf(side));
    this.#note(side, { kind: 'SETTLED' });
  }

  #settleJob(side: Side): void {
    this.#settleReleases(side);
    this.#tellMeasures(side);
  }

  /** The database is restored to a copy, most often a late one, after which both agencies tell anew all that they have told. */
  #restore(side: Side, how: number, much: number): void {
    const copies = this.#copies[side];
    const copy = Math.floor(copies.length * (how < 0.5 ? 1 - much * 0.2 : much));
    const kept = copies[copy];
    if (!kept) return;
    this.#kept[side] = kept;
    delete this.#lastHeard[side];
    this.#note(side, { kind: 'RESTORED', copy });
    this.#tellAnew();
  }

  #tellAnew(): void {
    for (const side of sides) {
      const { operation } = this.#kept[side];
      if (operation && isToldAnew(operation)) this.#tell(side);
    }
  }

  /** Shows both halves as they are, and copies their databases. */
  #look(isFinal: boolean): void {
    for (const side of sides) {
      const { operation, dossier } = this.#kept[side];
      const now = this.#timeOf(side);
      const view = operation && viewOf(operation, now);
      if (view) this.states.add(view.state);
      const lists = operation ? listsOf(operation, now) : [];
      this.#note(side, { kind: 'SEEN', view, lists, releases: dossier.releases, isFinal });
      this.#note(side, { kind: 'COPIED', copy: this.#copies[side].length });
      this.#copies[side].push(this.#kept[side]);
    }
  }

  /** Everything arrives or is told anew, and time runs on. */
  settle(): void {
    for (let round = 0; round < 3; round++) {
      for (const side of sides) for (const message of this.#wire.takeAll(side)) this.#hear(message);
      this.#tellAnew();
    }
    for (const side of sides) for (const message of this.#wire.takeAll(side)) this.#hear(message);
    for (const days of [0, 1, 31, 400]) {
      this.#now += days * 24 * hour;
      for (const side of sides) this.#settleReleases(side);
      this.#look(true);
    }
  }
}
