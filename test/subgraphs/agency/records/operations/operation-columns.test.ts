import type { OperationEvent } from '../../../../../subgraphs/agency/records/operations/half/operation-event.ts';
import {
  listsOf,
  operationLists,
  withColumns,
} from '../../../../../subgraphs/agency/records/operations/operation-columns.ts';
import { waitsOnOperation } from '../../../../../subgraphs/agency/records/operations/waits-on-operation.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import {
  accept,
  agreed,
  december,
  on,
  proposed,
  sign,
  type TwoAgencies,
  twoAgencies,
} from '../../../../support/operations/two-agencies.ts';

const { memberOf, caseOf, proposed: waiting } = operationLists;
const homeCase = caseOf('BY-2026-000001');
const foreignCase = caseOf('RU-2026-000001');

const columnsOf = ({ halves }: TwoAgencies, agency: Agency, now: Date) =>
  withColumns(
    {
      ...{ _id: halves[agency].id, version: 1, other: halves[agency].other, place: '1', taken: [] },
      operation: halves[agency],
    },
    now,
  );
const waits = ({ halves }: TwoAgencies, agency: Agency, now: Date) => waitsOnOperation(halves[agency], now);
const step = (kind: 'SUSPEND' | 'RESUME' | 'END', at: Date): OperationEvent => ({ kind, by: 'someone', at });
const evaluate = (at: Date): OperationEvent => ({ kind: 'EVALUATE', by: 'head', at, worked: [], failed: [] });

describe('who may know of an operation', () => {
  test('while it is to be countersigned: its liaison officers and supervisors, and nobody abroad', () => {
    const { halves } = twoAgencies();
    expect(listsOf(halves.BELARUS, on(1))).toEqual([waiting, homeCase]);
    expect(listsOf(halves.RUSSIA, on(1))).toEqual([]);
  });

  test('while the other agency is to answer: those there, and at home members and the case’s supervisors', () => {
    const { halves } = proposed();
    expect(listsOf(halves.BELARUS, on(2))).toEqual([
      memberOf({ officer: 'lead BY', role: 'SUPERVISOR' }),
      homeCase,
    ]);
    expect(listsOf(halves.RUSSIA, on(2))).toEqual([waiting]);
  });

  test('once it is agreed: members and the cases’ supervisors', () => {
    const { halves } = agreed();
    expect(listsOf(halves.BELARUS, on(5))).toEqual([
      memberOf({ officer: 'lead BY', role: 'SUPERVISOR' }),
      homeCase,
    ]);
    expect(listsOf(halves.RUSSIA, on(5))).toEqual([
      memberOf({ officer: 'lead RU', role: 'INVESTIGATOR' }),
      foreignCase,
    ]);
  });

  test('once it has lapsed or was declined unanswered: nobody at the asked agency', () => {
    const lapsed = proposed();
    expect(listsOf(lapsed.halves.RUSSIA, on(32))).toEqual([]);
    const declined = proposed();
    declined.step('BELARUS', { kind: 'DECLINE', by: 'liaison', at: on(3), n: 1 });
    declined.step('BELARUS', sign('head', on(4)));
    declined.deliver();
    expect(listsOf(declined.halves.RUSSIA, on(4))).toEqual([]);
  });

  test('not whoever is no member any more', () => {
    const agencies = agreed();
    agencies.step('RUSSIA', {
      ...{ kind: 'NAME_MEMBERS', by: 'head', at: on(6), lead: 'new lead' },
      members: [{ officer: 'new lead', role: 'LIAISON' }],
    });
    expect(listsOf(agencies.halves.RUSSIA, on(6))).toEqual([
      memberOf({ officer: 'new lead', role: 'LIAISON' }),
      foreignCase,
    ]);
  });
});

describe('what waits on an operation', () => {
  test('a second officer’s signature, not of whoever wrote what is signed', () => {
    expect(waits(twoAgencies(), 'BELARUS', on(1))).toMatchObject({
      ...{ kind: 'OPERATION_TO_COUNTERSIGN', not: 'liaison BY', since: on(1) },
    });
  });

  test('the other agency’s answer, until the offer lapses', () => {
    const agencies = proposed();
    expect(waits(agencies, 'BELARUS', on(2))).toBeUndefined();
    expect(waits(agencies, 'RUSSIA', on(2))).toEqual({
      ...{ kind: 'OPERATION_TO_ANSWER', since: on(2), due: on(32) },
    });
    agencies.step('RUSSIA', accept(on(3)));
    expect(waits(agencies, 'RUSSIA', on(3))).toMatchObject({ kind: 'OPERATION_TO_COUNTERSIGN', due: on(32) });
    expect(waits(agencies, 'RUSSIA', on(32))).toBeUndefined();
  });

  test('a later last day that the other agency has signed', () => {
    const agencies = agreed();
    agencies.step('BELARUS', { kind: 'RENEW', by: 'liaison', at: december(5), until: '2027-01-20' });
    agencies.step('BELARUS', sign('head', december(5)));
    agencies.deliver();
    expect(waits(agencies, 'BELARUS', december(6))).toBeUndefined();
    expect(waits(agencies, 'RUSSIA', december(6))).toMatchObject({
      ...{ kind: 'OPERATION_TO_RENEW', since: december(5) },
    });
  });

  test('going on, once the other agency wants to', () => {
    const agencies = agreed();
    agencies.step('RUSSIA', step('SUSPEND', december(2)));
    agencies.deliver();
    expect(waits(agencies, 'BELARUS', december(2))).toBeUndefined();
    agencies.step('RUSSIA', step('RESUME', december(3)));
    agencies.deliver();
    expect(waits(agencies, 'RUSSIA', december(3))).toBeUndefined();
    expect(waits(agencies, 'BELARUS', december(3))).toMatchObject({
      ...{ kind: 'OPERATION_TO_RESUME', since: december(3) },
    });
  });

  test('what came of it, once it has ended', () => {
    const agencies = agreed();
    expect(waits(agencies, 'RUSSIA', december(22))).toMatchObject({ kind: 'OPERATION_TO_EVALUATE' });
    agencies.step('RUSSIA', evaluate(december(22)));
    agencies.deliver();
    expect(waits(agencies, 'RUSSIA', december(22))).toBeUndefined();
    expect(waits(agencies, 'BELARUS', december(22))).toMatchObject({ kind: 'OPERATION_TO_EVALUATE' });
  });
});

describe('the columns of an operation', () => {
  test('hold its code name for as long as it is open', () => {
    const agencies = agreed();
    expect(columnsOf(agencies, 'RUSSIA', on(5))).toMatchObject({ name: 'AVOCET', state: 'AGREED' });
    expect(columnsOf(agencies, 'RUSSIA', on(5))).not.toHaveProperty('over');
    const ended = columnsOf(agencies, 'RUSSIA', december(22));
    expect(ended).toMatchObject({ state: 'ENDED', over: new Date(Date.UTC(2026, 11, 20, 21)) });
    expect(ended).not.toHaveProperty('name');
    expect(ended).not.toHaveProperty('due');
  });

  test('say when time changes it next, and put what waits in its order', () => {
    const due = on(32).toISOString();
    const agencies = proposed();
    expect(columnsOf(agencies, 'RUSSIA', on(2))).toMatchObject({
      ...{ due: on(32), waits: 'OPERATION_TO_ANSWER' },
      order: `${due} ${on(2).toISOString()} ${agencies.halves.RUSSIA.id} OPERATION_TO_ANSWER`,
    });
  });
});
