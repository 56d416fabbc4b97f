import { gathered } from '../../playground/profile/gathered.ts';
import { halvesOf, stateOfHalves } from '../../playground/profile/halves.ts';
import { linksOf } from '../../playground/profile/links.ts';
import { withheldIn } from '../../playground/profile/withheld-in.ts';
import { type Answer, type Receipt, unavailableAgencies } from '../../playground/wire/answer.ts';

const by = 'BY-7Q4KZ0XN3VDH9TRC';
const ru = 'RU-E58GM1WYB6PJ2SAF';
const summary = (id: string) => ({
  id,
  handlingCode: 'SHAREABLE',
  contactPoint: 'liaison@example',
  names: [],
  birth: null,
});
const receipt = (type: string, owner: 'BELARUS' | 'RUSSIA', record: string): Receipt => ({
  coordinate: `${type}.instruments`,
  class: 'FINANCIAL',
  owner,
  reason: 'NOT_RELEASED',
  records: [record],
  remedy: `Ask ${owner}.`,
});
type Outcome =
  | { state: 'answered'; answer: Answer; characters: number }
  | { state: 'unreachable' | 'signed-out' | 'another-session' | 'stopped' };
const answered = (answer: Answer): Outcome => ({ state: 'answered', answer, characters: 10 });

/** The parts of a half as their queries are answered. */
const belarus = {
  summary: answered({ data: { suspect: { belarus: summary(by) } } }),
  reach: answered({
    data: { suspect: { belarus: { id: by, contacts: [], instruments: null } } },
    extensions: { redactions: [receipt('BelarusDossier', 'BELARUS', by)] },
  }),
  proceedings: answered({ data: { suspect: { belarus: { id: by, harms: [] } } } }),
  links: answered({ data: { suspect: { belarus: { id: by, links: [] } } } }),
};
const russia = {
  summary: answered({ data: { suspect: { russia: summary(ru) } } }),
  reach: answered({
    data: { suspect: { russia: { id: ru, contacts: [], instruments: null } } },
    extensions: { redactions: [receipt('RussiaDossier', 'RUSSIA', ru)] },
  }),
  proceedings: answered({ data: { suspect: { russia: { id: ru, harms: [] } } } }),
};
const unreachable: Outcome = { state: 'unreachable' };

const all = (outcomes: Parameters<typeof gathered<Exclude<Outcome, { state: 'answered' }>>>[0]) =>
  gathered(outcomes, 'BELARUS');
const answerOf = (outcome: Outcome | undefined): Answer => {
  if (outcome?.state !== 'answered') throw new Error(`it is ${outcome?.state}`);
  return outcome.answer;
};
const stateOf = (answer: Answer) => stateOfHalves(halvesOf(answer), by);

describe('while one agency is slow', () => {
  test('the half of the other is shown, and its own is still asked for', () => {
    const answer = answerOf(all({ BELARUS: belarus }));
    const halves = halvesOf(answer);
    expect(halves.BELARUS).toMatchObject({ state: 'dossier', id: by });
    expect(halves.RUSSIA).toEqual({ state: 'asking', agency: 'RUSSIA' });
    expect(stateOf(answer)).toBe('asking');
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'links', links: [] });
  });

  test('an own half that is still to come is not taken for one that is not there', () => {
    const answer = answerOf(all({ RUSSIA: russia }));
    expect(halvesOf(answer).BELARUS).toEqual({ state: 'asking', agency: 'BELARUS' });
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'asking', agency: 'BELARUS' });
  });

  test('both are shown once it has answered, with the receipts of both', () => {
    const answer = answerOf(all({ BELARUS: belarus, RUSSIA: russia }));
    expect(stateOf(answer)).toBe('linked');
    expect(withheldIn(halvesOf(answer)).map(({ receipt: { owner } }) => owner)).toEqual([
      'BELARUS',
      'RUSSIA',
    ]);
  });

  test('its half is told as lost once it is given up, with the receipts of the other', () => {
    const answer = answerOf(all({ BELARUS: belarus, RUSSIA: { summary: unreachable } }));
    const halves = halvesOf(answer);
    expect(halves.RUSSIA).toEqual({ state: 'unavailable', agency: 'RUSSIA' });
    expect(stateOf(answer)).toBe('unknown');
    expect(withheldIn(halves).map(({ receipt: { owner } }) => owner)).toEqual(['BELARUS']);
  });
});

describe('while a part of a half is still to come', () => {
  const cells = (outcome: Outcome | undefined) => {
    const half = halvesOf(answerOf(outcome)).RUSSIA;
    return half.state === 'dossier' ? half.cells : undefined;
  };
  const asking = { state: 'asking', agency: 'RUSSIA' };

  test('its summary is shown, and only what the part brings is still asked for', () => {
    const found = all({ BELARUS: belarus, RUSSIA: { summary: russia.summary } });
    expect(cells(found)).toMatchObject({
      birth: { state: 'none' },
      contacts: asking,
      instruments: asking,
      harms: asking,
    });
    expect(stateOf(answerOf(found))).toBe('linked');
  });

  test('a further part is shown beside it, with its receipts', () => {
    const { summary, reach } = russia;
    expect(cells(all({ BELARUS: belarus, RUSSIA: { summary, reach } }))).toMatchObject({
      contacts: { state: 'none' },
      instruments: { state: 'withheld', receipts: [{ owner: 'RUSSIA' }] },
      harms: asking,
    });
  });

  test('a part that comes before the summary shows nothing', () => {
    const { reach } = russia;
    expect(halvesOf(answerOf(all({ BELARUS: belarus, RUSSIA: { reach } }))).RUSSIA).toEqual(asking);
  });

  test('the own links are still asked for, and are not none', () => {
    const { links: _links, ...others } = belarus;
    const answer = answerOf(all({ BELARUS: others, RUSSIA: russia }));
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'asking', agency: 'BELARUS' });
  });

  test.each([
    ['is not answered', unreachable],
    ['has no half any more', answered({ data: { suspect: { russia: null } } })],
    [
      'tells of the agency that it is down',
      answered({
        data: { suspect: { russia: null } },
        errors: [
          {
            message: 'RUSSIA does not answer.',
            path: ['suspect', 'russia'],
            extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
          },
        ],
      }),
    ],
  ])('what a part would bring that %s is lost, and the summary stays', (_why, reach) => {
    const found = all({ BELARUS: belarus, RUSSIA: { ...russia, reach } });
    const lost = { state: 'unavailable', agency: 'RUSSIA' };
    expect(cells(found)).toMatchObject({
      contacts: lost,
      instruments: lost,
      memberships: lost,
      harms: { state: 'none' },
    });
    expect(stateOf(answerOf(found))).toBe('linked');
    expect(unavailableAgencies(answerOf(found))).toEqual(['RUSSIA']);
  });

  test('what went wrong in a part as a whole is told of each of its fields', () => {
    const extensions = { code: 'INTERNAL_SERVER_ERROR' };
    const reach = answered({
      data: { suspect: { russia: null } },
      errors: [{ message: 'no', path: ['suspect', 'russia'], extensions }],
    });
    expect(cells(all({ BELARUS: belarus, RUSSIA: { ...russia, reach } }))).toMatchObject({
      contacts: { state: 'failed', code: 'INTERNAL_SERVER_ERROR' },
      harms: { state: 'none' },
    });
  });
});

describe('nothing is shown', () => {
  test('before any half has come', () => {
    expect(all({})).toBeUndefined();
    expect(all({ RUSSIA: { summary: unreachable } })).toBeUndefined();
  });

  test('when nothing can be reached, and it says so', () => {
    expect(all({ BELARUS: { summary: unreachable }, RUSSIA: { summary: unreachable } })).toEqual(unreachable);
  });

  test.each(['signed-out', 'another-session', 'stopped'] as const)('when the session is %s', (state) => {
    expect(all({ BELARUS: belarus, RUSSIA: { summary: { state } } })).toEqual({ state });
    expect(all({ RUSSIA: { summary: { state } } })).toEqual({ state });
  });
});

test('a person whom nobody knows is nobody', () => {
  const nobody = (name: string) => ({ summary: answered({ data: { suspect: { [name]: null } } }) });
  expect(stateOf(answerOf(all({ BELARUS: nobody('belarus'), RUSSIA: nobody('russia') })))).toBe('nobody');
  const none = { summary: answered({ data: { suspect: null } }) };
  expect(stateOf(answerOf(all({ BELARUS: none, RUSSIA: none })))).toBe('nobody');
});

describe('a restriction of the answer', () => {
  const handling = (coordinate: string, record: string, code: 'H1' | 'H3', remark?: string) => ({
    coordinate,
    class: 'CONTACT' as const,
    owner: 'RUSSIA' as const,
    handling: code,
    records: [record],
    ...(remark !== undefined && { remark }),
  });
  const contact = { value: '+79990000001', kind: 'PHONE' };
  const restricted = (...told: ReturnType<typeof handling>[]) =>
    answered({
      data: { suspect: { russia: { id: ru, contacts: [contact], instruments: [{ kind: 'WALLET' }] } } },
      extensions: { redactions: [receipt('RussiaDossier', 'RUSSIA', ru)], handling: told },
    });
  const cellsWith = (reach: Outcome) => {
    const half = halvesOf(answerOf(all({ BELARUS: belarus, RUSSIA: { ...russia, reach } }))).RUSSIA;
    if (half.state !== 'dossier') throw new Error(half.state);
    return half.cells;
  };

  test('stands beside the field that it is about, and beside no other', () => {
    const one = handling('RussiaDossier.contacts', ru, 'H1');
    const other = handling('RussiaDossier.contacts', ru, 'H3', 'Ask us first');
    const { contacts, instruments } = cellsWith(restricted(one, other));
    expect(contacts).toMatchObject({ state: 'values', handling: [one, other] });
    expect(instruments).toMatchObject({ state: 'values', handling: [] });
  });

  test('of another dossier, or of another agency’s field, is not shown', () => {
    const { contacts } = cellsWith(
      restricted(handling('RussiaDossier.contacts', 'RU-0THER00000000001', 'H1'), {
        ...handling('BelarusDossier.contacts', ru, 'H1'),
        owner: 'BELARUS' as never,
      }),
    );
    expect(contacts).toMatchObject({ handling: [] });
  });
});
