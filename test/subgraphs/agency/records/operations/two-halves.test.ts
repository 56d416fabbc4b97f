import fc from 'fast-check';
import { draftOf } from '../../../../../subgraphs/agency/records/operations/half/draft-of.ts';
import {
  type JointOperation,
  offerOf,
} from '../../../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../../../../subgraphs/agency/records/operations/half/operation-event.ts';
import {
  endOf,
  isSuspended,
  lastDay,
  operationState,
} from '../../../../../subgraphs/agency/records/operations/half/operation-state.ts';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import { long } from '../../../../support/long.ts';
import { on, sign, terms, twoAgencies } from '../../../../support/operations/two-agencies.ts';

const lead = { officer: 'lead', role: 'LIAISON' } as const;

/** A step of the officer of that number at a moment, whatever the operation has become. */
const stepAt = fc.oneof(
  fc.nat(2).map(
    (n) =>
      (by: string, at: Date): OperationEvent => ({
        ...{ kind: 'ACCEPT', by, at, n: n + 1, case: 'RU-2026-000001', lead },
      }),
  ),
  fc.nat(2).map(
    (n) =>
      (by: string, at: Date): OperationEvent => ({
        ...{ kind: 'SEND_BACK', by, at, n: n + 1, case: 'RU-2026-000001', lead },
        terms: { ...terms, until: `2026-12-${24 + n}` },
      }),
  ),
  fc.nat(2).map(
    (n) =>
      (by: string, at: Date): OperationEvent => ({ kind: 'DECLINE', by, at, n: n + 1 }),
  ),
  fc.nat(2).map(
    (more) =>
      (by: string, at: Date): OperationEvent => ({
        ...{ kind: 'RENEW', by, at, until: `2027-01-1${more}` },
      }),
  ),
  fc.constantFrom(true, true, true, true, false).map(
    (approves) =>
      (by: string, at: Date): OperationEvent =>
        sign(by, at, approves),
  ),
  fc.constantFrom('SUSPEND' as const, 'RESUME' as const, 'RESUME' as const).map(
    (kind) =>
      (by: string, at: Date): OperationEvent => ({ kind, by, at }),
  ),
  fc.nat(9).map(
    (chance) =>
      (by: string, at: Date): OperationEvent => ({ kind: chance === 0 ? 'END' : 'RESUME', by, at }),
  ),
  fc.constant(
    (by: string, at: Date): OperationEvent => ({ kind: 'EVALUATE', by, at, worked: [], failed: [] }),
  ),
);

/** The next step of an officer who wants the operation to go on. Steps by chance alone would hardly ever lead to an agreement. */
function sensible(half: JointOperation, by: string, at: Date): OperationEvent {
  if (draftOf(half, at)) return sign(by, at);
  switch (operationState(half, at)) {
    case 'PROPOSED':
      return { kind: 'ACCEPT', by, at, n: offerOf(half)?.n ?? 1, case: 'RU-2026-000001', lead };
    case 'SUSPENDED':
      return { kind: 'RESUME', by, at };
    case 'ENDED':
      return { kind: 'EVALUATE', by, at, worked: ['PROVIDERS'], failed: [] };
    default:
      return { kind: 'RENEW', by, at, until: '2027-01-10' };
  }
}

/** Something that happens: a step, a message that arrives, once or twice, or one that is lost and told anew later. */
const happening = fc.record({
  agency: fc.constantFrom<Agency>(...agencyNames),
  hours: fc.nat(60),
  officer: fc.nat(2),
  step: stepAt,
  isSensible: fc.constantFrom(true, true, false),
  wire: fc.constantFrom('NOTHING', 'DELIVER', 'TWICE', 'TURNED', 'REPEAT'),
});

test('both halves of an operation come to the same, in whatever order and however often they are told', () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (happenings) => {
      const agencies = twoAgencies();
      agencies.step('BELARUS', sign('head BY', on(2)));
      agencies.deliver();
      let now = on(2).getTime();
      const past: { to: Agency; data: unknown }[] = [];
      for (const { agency, hours, officer, step, isSensible, wire } of happenings) {
        now += hours * 3_600_000;
        const [by, at] = [`officer ${officer}`, new Date(now)];
        agencies.step(agency, isSensible ? sensible(agencies.halves[agency], by, at) : step(by, at));
        for (const from of agencyNames)
          for (const data of agencies.wire[from])
            past.push({ to: from === 'BELARUS' ? 'RUSSIA' : 'BELARUS', data });
        if (wire === 'TWICE') for (const { to, data } of past) agencies.hear(to, data);
        if (wire === 'TURNED') agencies.wire[agency].reverse();
        if (wire === 'REPEAT') for (const { to, data } of [...past].reverse()) agencies.hear(to, data);
        if (wire !== 'NOTHING') agencies.deliver();
      }
      expect(agencies.deliver()).toEqual([]);
      const { BELARUS, RUSSIA } = agencies.halves;
      expect(RUSSIA.theirs).toEqual(BELARUS.mine);
      expect(BELARUS.theirs).toEqual(RUSSIA.mine);
      const later = new Date(now + 3_600_000);
      const state = operationState(BELARUS, later);
      expect(operationState(RUSSIA, later)).toBe(state);
      expect([lastDay(RUSSIA), endOf(RUSSIA), isSuspended(RUSSIA)]).toEqual([
        lastDay(BELARUS),
        endOf(BELARUS),
        isSuspended(BELARUS),
      ]);
      reached.set(state, (reached.get(state) ?? 0) + 1);
    }),
    { numRuns: long.times(500, 5_000) },
  );
  // A test of nothing but proposals would say little.
  expect([...reached.keys()].sort()).toEqual(
    expect.arrayContaining(['ACTIVE', 'DECLINED', 'ENDED', 'EVALUATED', 'SUSPENDED']),
  );
});
