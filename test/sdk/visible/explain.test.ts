import { explain, type Gap, type Visible, within } from '../../../sdk/src/index.ts';

const withheld: Gap = {
  state: 'withheld',
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  remedy: 'Ask liaison@example.org.',
};

describe('a gap in words', () => {
  test.each<[Gap, RegExp]>([
    [{ state: 'absent' }, /^Nothing is recorded that you may know of\.$/],
    [withheld, /^RUSSIA withholds CONTACT here \(NOT_RELEASED\)\. Ask liaison@example\.org\.$/],
    [{ state: 'unavailable', coordinate: 'Suspect.russia', agency: 'RUSSIA' }, /^RUSSIA does not answer/],
    [
      {
        state: 'failed',
        coordinate: 'Suspect.russia',
        code: 'INTERNAL_SERVER_ERROR',
        message: 'No.',
        requestId: 'r-1',
      },
      /INTERNAL_SERVER_ERROR.*r-1/,
    ],
  ])('%j', (gap, words) => expect(explain(gap)).toMatch(words));
});

describe('within', () => {
  type Half = Visible<{ contacts: Visible<string[]> }>;
  const contactsOf = (half: Half) => within(half, ({ contacts }) => contacts);

  test('goes on to what is inside', () => {
    const contacts = { state: 'present', value: ['+375'] } as const;
    expect(contactsOf({ state: 'present', value: { contacts: { ...contacts, value: ['+375'] } } })).toEqual(
      contacts,
    );
  });

  test('stays with the reason of the first gap', () => {
    expect(contactsOf(withheld)).toBe(withheld);
  });
});
