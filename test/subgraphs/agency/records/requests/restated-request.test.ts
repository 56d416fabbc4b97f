import { askedTransition } from '../../../../../subgraphs/agency/records/requests/asked-transition.ts';
import { isHeldByAsker } from '../../../../../subgraphs/agency/records/requests/new-request.ts';
import { requestDeadline } from '../../../../../subgraphs/agency/records/requests/request-deadline.ts';
import {
  toldByAnswerer,
  toldByAsker,
} from '../../../../../subgraphs/agency/records/requests/restated-request.ts';
import { answering, asked, hours, sent } from './halves.ts';

test('a draft is told to nobody, however often what was told is told again', () => {
  expect(toldByAsker(asked())).toEqual([]);
  expect(toldByAsker(asked({ authorised: { by: 'supervisor', at: hours(0) } }))).toEqual([]);
});

test('the asking agency tells its steps again, in their order', () => {
  const half = sent({ clarifiedAt: hours(2), withdrawn: { by: 'supervisor', at: hours(3) } });
  expect(toldByAsker(half).map(({ type }) => type)).toEqual([
    'concord.request.sent.v1',
    'concord.request.clarified.v1',
    'concord.request.withdrawn.v1',
  ]);
  // The time of a receipt is no word of the asking agency's: the receipt itself goes with the message.
  expect(toldByAsker(half)[0]).not.toHaveProperty('receivedAt');
});

test('the answering agency tells its own, and no decision that waits for the deadline', () => {
  const decision = { by: 'supervisor', at: hours(2), answer: { kind: 'NO_DATA' } } as const;
  const waiting = answering({ isHeld: false, decision });
  expect(toldByAnswerer(waiting).map(({ type }) => type)).toEqual(['concord.request.received.v1']);
  const extension = { at: hours(1), until: hours(20) };
  const ended = answering({ extension, end: { kind: 'NO_DATA', at: hours(20) }, hasToldEnd: true });
  expect(toldByAnswerer(ended).map(({ type, at }) => `${type} ${at}`)).toEqual([
    `concord.request.received.v1 ${hours(0).toISOString()}`,
    `concord.request.extended.v1 ${hours(1).toISOString()}`,
    `concord.request.ended.v1 ${hours(20).toISOString()}`,
  ]);
});

test('an asking agency that has lost a question takes it with the time of its answer, and counts as the other does', () => {
  const half = answering({ clarification: { at: hours(1), answeredAt: hours(3) } });
  const restored = toldByAnswerer(half).reduce((before, message) => {
    const next = askedTransition(before, { kind: 'TOLD', message, at: hours(9) });
    return 'request' in next ? next.request : before;
  }, sent());
  expect(restored.clarification).toEqual({ at: hours(1), answeredAt: hours(3) });
  expect(requestDeadline(restored)).toEqual(requestDeadline(half));
});

test('who asks by what is known of a person holds nothing, and who was given a name may', () => {
  expect((['HIT', 'DOSSIER', 'CRITERIA'] as const).map(isHeldByAsker)).toEqual([true, true, false]);
});
