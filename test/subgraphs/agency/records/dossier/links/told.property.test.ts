import fc from 'fast-check';
import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import {
  changeEveryLink,
  type LinkChanges,
} from '../../../../../../subgraphs/agency/records/dossier/links/link-changes.ts';
import { linkDecidedData } from '../../../../../../subgraphs/agency/records/dossier/links/link-messages.ts';
import { isOf, type Names } from '../../../../../../subgraphs/agency/records/dossier/links/link-names.ts';
import {
  linkState,
  samePersonAs,
} from '../../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import {
  countersign,
  propose,
  withdraw,
} from '../../../../../../subgraphs/agency/records/dossier/links/link-steps.ts';
import { toldOf } from '../../../../../../subgraphs/agency/records/dossier/links/told-of.ts';
import type { StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import type { Message } from '../../../../../../subgraphs/agency/records/messages/message.ts';
import { ownerOf } from '../../../../../../terms/agencies.ts';
import type { LinkWithdrawal } from '../../../../../../terms/enums.ts';
import {
  type DemoAgency,
  demoAgencyOf,
} from '../../../../../../workshop/demo-data/agencies/demo-agencies.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const agencies = ['BELARUS', 'RUSSIA'] as const;
const dossiersOf = {
  BELARUS: ['BY-0000000001', 'BY-0000000002'],
  RUSSIA: ['RU-0000000001', 'RU-0000000002'],
} as const;

/** Two hits of each dossier, as of two cases: who is given one does not know of what dossier it is. */
const hitsOf = (dossier: string) =>
  [0, 1].map((n) => `H${`${dossier.replace('-', '')}${n}`.padStart(20, '0').replace(/[IOLU]/g, 'V')}`);
const dossierOfHit = new Map(
  agencies.flatMap((agency) =>
    dossiersOf[agency].flatMap((id) => hitsOf(id).map((hit) => [hit, id] as const)),
  ),
);
const namesOf = (dossier: string) => [dossier, ...hitsOf(dossier)];

/** What both agencies would decide: it happens to one of the dossiers, and a message arrives in its order. */
type Happening =
  | {
      kind: 'DECIDE';
      agency: DemoAgency;
      own: number;
      foreign: number;
      name: number;
      decision: 'SAME' | 'DIFFERENT';
    }
  | { kind: 'WITHDRAW'; agency: DemoAgency; own: number; foreign: number; name: number }
  | { kind: 'REOPEN'; agency: DemoAgency; own: number }
  | { kind: 'DAYS'; days: number }
  | { kind: 'DELIVER'; to: DemoAgency };

const agency = fc.constantFrom(...agencies);
const [own, foreign, name] = [fc.nat(1), fc.nat(1), fc.nat(2)];
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('DECIDE' as const),
      agency,
      own,
      foreign,
      name,
      decision: fc.constantFrom('SAME', 'SAME', 'SAME', 'DIFFERENT'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('WITHDRAW' as const), agency, own, foreign, name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('REOPEN' as const), agency, own }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('DAYS' as const), days: fc.constantFrom(1, 31) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('DELIVER' as const), to: agency }) },
);

/** Two agencies without their databases: dossiers, what was sent in order, and what was decided last of each pair. */
class World {
  now = new Date('2026-01-01T00:00:00Z');
  readonly dossiers = new Map<string, DossierRecord>(
    agencies.flatMap((each) =>
      dossiersOf[each].map(
        (id) => [id, dossierOf(id, { agency: each, handlingCode: 'ON_RELEASE' })] as const,
      ),
    ),
  );
  readonly sent: Record<DemoAgency, { number: number; message: Message }[]> = { BELARUS: [], RUSSIA: [] };
  readonly arrived: Record<DemoAgency, number> = { BELARUS: 0, RUSSIA: 0 };
  refused: unknown[] = [];

  dossier(id: string): DossierRecord {
    const found = this.dossiers.get(id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  }

  private write(id: string, change: Partial<DossierRecord>, messages: readonly Message[]) {
    this.dossiers.set(id, { ...this.dossier(id), ...change });
    for (const message of messages) {
      const queue = this.sent[demoAgencyOf(message.to)];
      queue.push({ number: queue.length + 1, message });
    }
  }

  private take(id: string, decision: StepResult) {
    if (!('step' in decision)) return;
    const { set, unset, messages } = decision.step;
    const without = unset.includes('samePersonAs') ? { samePersonAs: [] } : {};
    this.write(id, { ...without, ...set }, messages ?? []);
  }

  private change(id: string, changes: LinkChanges | undefined) {
    if (changes)
      this.write(id, { links: changes.links, version: this.dossier(id).version + 1 }, changes.messages);
  }

  happens(what: Happening) {
    this.now = new Date(this.now.getTime() + 60_000);
    const author = (by: string) => ({
      by,
      mandate: { purpose: 'SOLVING', legalBasis: 'COOPERATION_AGREEMENT' } as const,
      at: this.now,
      idempotency: { key: `${this.now.getTime()} ${by}`, fingerprint: by },
    });
    const target = (of: { agency: DemoAgency; own: number; foreign: number; name: number }) => {
      const id = dossiersOf[of.agency][of.own] as string;
      const named = namesOf(dossiersOf[other[of.agency]][of.foreign] as string)[of.name] as string;
      const names: Names = named.startsWith('H')
        ? { agency: other[of.agency], references: [named] }
        : { agency: other[of.agency], dossier: named };
      return { id, names };
    };
    switch (what.kind) {
      case 'DECIDE': {
        const { id, names } = target(what);
        const proposed = { decision: what.decision, reason: 'A reason', evidence: { kinds: [] } };
        this.take(id, propose(this.dossier(id), author('liaison'), names, proposed));
        return this.take(id, countersign(this.dossier(id), author('supervisor'), names));
      }
      case 'WITHDRAW': {
        const { id, names } = target(what);
        const taking = (of: LinkWithdrawal) =>
          withdraw(this.dossier(id), author('supervisor'), names, { of, reason: 'A mistake' });
        const proposal = taking('PROPOSAL');
        return this.take(id, 'step' in proposal ? proposal : taking('DECISION'));
      }
      case 'REOPEN': {
        const id = dossiersOf[what.agency][what.own] as string;
        return this.change(id, changeEveryLink(this.dossier(id), { kind: 'REOPEN', at: this.now }));
      }
      case 'DAYS':
        this.now = new Date(this.now.getTime() + what.days * 86_400_000);
        // The daily run may come late: what has lapsed has lapsed.
        return what.days > 30 ? undefined : this.lapse();
      case 'DELIVER':
        return void this.deliver(what.to);
    }
  }

  lapse() {
    for (const id of this.dossiers.keys())
      this.change(id, changeEveryLink(this.dossier(id), { kind: 'LAPSE', at: this.now }));
  }

  deliver(to: DemoAgency): boolean {
    const next = this.sent[to][this.arrived[to]];
    if (!next) return false;
    this.arrived[to]++;
    // What is not of the form that goes over the wire is nothing.
    const { decidedAt, about, ...data } = linkDecidedData.parse(
      JSON.parse(JSON.stringify(next.message.data)),
    );
    const id = 'dossier' in about ? about.dossier : (dossierOfHit.get(about.reference) as string);
    const told = { ...data, about, from: other[to], number: next.number };
    const changes = toldOf(
      this.dossier(id),
      { ...told, ...(decidedAt && { decidedAt: new Date(decidedAt) }) },
      this.now,
    );
    if (changes && 'refused' in changes) this.refused.push(changes.refused);
    else this.change(id, changes);
    return true;
  }

  settle() {
    for (let rounds = 0; rounds < 400; rounds++) {
      const isDone = !agencies.map((each) => this.deliver(each)).includes(true);
      if (isDone) return;
    }
    throw new Error('the agencies never cease to tell each other');
  }

  /** The links of a dossier that are, in truth, of this foreign one. */
  linksOf(id: string, foreignId: string) {
    const agencyOf = ownerOf(foreignId) as DemoAgency;
    const names: Names = { agency: agencyOf, dossier: foreignId, references: hitsOf(foreignId) };
    return this.dossier(id).links.filter((link) => isOf(link, names));
  }
}

const pairs = dossiersOf.BELARUS.flatMap((by) => dossiersOf.RUSSIA.map((ru) => [by, ru] as const));

/** An agency's decisions in force on a pair, by whatever name they were made. */
const inForce = (world: World, id: string, foreignId: string) =>
  world.linksOf(id, foreignId).flatMap(({ own: { decision } }) => (decision === 'NONE' ? [] : [decision]));

const played = (happenings: readonly Happening[]): World => {
  const world = new World();
  for (const what of happenings) world.happens(what);
  world.settle();
  world.lapse();
  world.settle();
  return world;
};

const history = fc.array(happening, { minLength: 2, maxLength: 40 });

describe('when everything has been delivered, whatever was decided in whatever order', () => {
  const holds = (check: (world: World) => void) =>
    fc.assert(
      fc.property(history, (happenings) => check(played(happenings))),
      { numRuns: 400 },
    );

  test('no honest message was refused, both agencies derive the same state, and join by two SAME alone', () => {
    holds((world) => {
      expect(world.refused).toEqual([]);
      for (const [by, ru] of pairs) {
        const statesOf = (id: string, foreignId: string) => [
          ...new Set(
            world
              .linksOf(id, foreignId)
              .map(linkState)
              .filter((state) => state !== 'UNVERIFIED'),
          ),
        ];
        expect(statesOf(by, ru)).toEqual(statesOf(ru, by));
        expect(statesOf(by, ru).length).toBeLessThanOrEqual(1);

        const isJoined = samePersonAs(world.dossier(by).links)?.includes(ru) ?? false;
        expect(samePersonAs(world.dossier(ru).links)?.includes(by) ?? false).toBe(isJoined);
        if (isJoined)
          for (const own of [inForce(world, by, ru), inForce(world, ru, by)]) expect(own).toEqual(['SAME']);
      }
    });
  });
});

test('two agencies that decide by hits in the same moment join their halves', () => {
  const decide = (of: DemoAgency) =>
    ({ kind: 'DECIDE', agency: of, own: 0, foreign: 0, name: 1, decision: 'SAME' }) as const;
  const world = played([decide('BELARUS'), decide('RUSSIA')]);
  expect(samePersonAs(world.dossier('BY-0000000001').links)).toEqual(['RU-0000000001']);
  expect(samePersonAs(world.dossier('RU-0000000001').links)).toEqual(['BY-0000000001']);
  expect(world.dossier('BY-0000000001').links).toHaveLength(1);
});
