import {
  acceptanceOf,
  acceptancesOf,
  addressRefusal,
} from '../../../../../subgraphs/agency/channel/in/acceptance.ts';
import type { AcceptedMessage } from '../../../../../subgraphs/agency/channel/stores/inbox.ts';

const message = (number: number, changed: Partial<AcceptedMessage> = {}): AcceptedMessage => ({
  number,
  id: `id ${number}`,
  hash: `hash ${number}`,
  ...changed,
});
const kinds = (messages: AcceptedMessage[], accepted: AcceptedMessage[]) =>
  acceptancesOf(messages, accepted).map((one) => (one.kind === 'REFUSE' ? one.reason : one.kind));

describe('a message', () => {
  test.each([
    ['the first', message(1), [], { kind: 'STORE' }],
    ['the next', message(4), [message(3)], { kind: 'STORE' }],
    ['one that was accepted before', message(3), [message(2), message(3)], { kind: 'REPEAT' }],
    ['one further on', message(5), [message(3)], { kind: 'REFUSE', reason: 'OUT_OF_ORDER' }],
    [
      'another of that number',
      message(3, { id: 'new' }),
      [message(3)],
      { kind: 'REFUSE', reason: 'NOT_THE_SAME' },
    ],
    [
      'another of that id',
      message(4, { id: 'id 3' }),
      [message(3)],
      { kind: 'REFUSE', reason: 'NOT_THE_SAME' },
    ],
    [
      'the same with other content',
      message(3, { hash: 'new' }),
      [message(3)],
      { kind: 'REFUSE', reason: 'NOT_THE_SAME' },
    ],
  ] as const)('that is %s', (_what, one, accepted, acceptance) => {
    expect(acceptanceOf(one, [...accepted])).toEqual(acceptance);
  });
});

describe('messages that come together', () => {
  test('follow each other', () => {
    expect(kinds([message(3), message(4), message(5)], [message(2)])).toEqual(['STORE', 'STORE', 'STORE']);
  });

  test('may begin with those that were accepted before', () => {
    expect(kinds([message(2), message(3)], [message(1), message(2)])).toEqual(['REPEAT', 'STORE']);
  });

  test('are decided on until the first that is refused, and no further', () => {
    expect(kinds([message(3), message(5), message(6)], [message(2)])).toEqual(['STORE', 'OUT_OF_ORDER']);
  });

  test('are compared with each other', () => {
    expect(kinds([message(1), message(1)], [])).toEqual(['STORE', 'REPEAT']);
    expect(kinds([message(1), message(1, { hash: 'new' })], [])).toEqual(['STORE', 'NOT_THE_SAME']);
  });
});

test('what is signed by another, or to another, is refused', () => {
  expect(addressRefusal({ from: 'BELARUS', to: 'RUSSIA' }, 'BELARUS', 'RUSSIA')).toBeUndefined();
  expect(addressRefusal({ from: 'RUSSIA', to: 'RUSSIA' }, 'BELARUS', 'RUSSIA')).toBe('WRONG_AGENCY');
  expect(addressRefusal({ from: 'BELARUS', to: 'BELARUS' }, 'BELARUS', 'RUSSIA')).toBe('WRONG_RECIPIENT');
});
