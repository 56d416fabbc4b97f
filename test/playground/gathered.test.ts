import { describe, expect, test } from 'vitest';
import { gathered } from '../../playground/profile/gathered.ts';
import { halvesOf, stateOfHalves } from '../../playground/profile/halves.ts';
import { linksOf } from '../../playground/profile/links.ts';
import { withheldIn } from '../../playground/profile/withheld-in.ts';
import type { Answer, Receipt } from '../../playground/wire/answer.ts';

const by = 'BY-7Q4KZ0XN3VDH9TRC';
const ru = 'RU-E58GM1WYB6PJ2SAF';
const dossier = (id: string) => ({
  id,
  handlingCode: 'SHAREABLE',
  contactPoint: 'liaison@example',
  names: [],
  instruments: null,
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

const belarus = answered({
  data: { suspect: { belarus: { ...dossier(by), links: [] } } },
  extensions: { redactions: [receipt('BelarusDossier', 'BELARUS', by)] },
});
const russia = answered({
  data: { suspect: { russia: dossier(ru) } },
  extensions: { redactions: [receipt('RussiaDossier', 'RUSSIA', ru)] },
});
const unreachable: Outcome = { state: 'unreachable' };

const answerOf = (outcome: Outcome | undefined): Answer => {
  if (outcome?.state !== 'answered') throw new Error(`it is ${outcome?.state}`);
  return outcome.answer;
};
const stateOf = (answer: Answer) => stateOfHalves(halvesOf(answer, 'BELARUS'), by);

describe('while one agency is slow', () => {
  test('the half of the other is shown, and its own is still asked for', () => {
    const answer = answerOf(gathered({ BELARUS: belarus }));
    const halves = halvesOf(answer, 'BELARUS');
    expect(halves.BELARUS).toMatchObject({ state: 'dossier', id: by });
    expect(halves.RUSSIA).toEqual({ state: 'asking', agency: 'RUSSIA' });
    expect(stateOf(answer)).toBe('asking');
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'links', links: [] });
  });

  test('an own half that is still to come is not taken for one that is not there', () => {
    const answer = answerOf(gathered({ RUSSIA: russia }));
    expect(halvesOf(answer, 'BELARUS').BELARUS).toEqual({ state: 'asking', agency: 'BELARUS' });
    expect(linksOf(answer, 'BELARUS')).toEqual({ state: 'asking', agency: 'BELARUS' });
  });

  test('both are shown once it has answered, with the receipts of both', () => {
    const answer = answerOf(gathered({ BELARUS: belarus, RUSSIA: russia }));
    expect(stateOf(answer)).toBe('linked');
    expect(withheldIn(halvesOf(answer, 'BELARUS')).map(({ receipt: { owner } }) => owner)).toEqual([
      'BELARUS',
      'RUSSIA',
    ]);
  });

  test('its half is told as lost once it is given up, with the receipts of the other', () => {
    const answer = answerOf(gathered({ BELARUS: belarus, RUSSIA: unreachable }));
    const halves = halvesOf(answer, 'BELARUS');
    expect(halves.RUSSIA).toEqual({ state: 'unavailable', agency: 'RUSSIA' });
    expect(stateOf(answer)).toBe('unknown');
    expect(withheldIn(halves).map(({ receipt: { owner } }) => owner)).toEqual(['BELARUS']);
  });
});

describe('nothing is shown', () => {
  test('before any half has come', () => {
    expect(gathered({})).toBeUndefined();
    expect(gathered({ RUSSIA: unreachable })).toBeUndefined();
  });

  test('when nothing can be reached, and it says so', () => {
    expect(gathered({ BELARUS: unreachable, RUSSIA: unreachable })).toEqual(unreachable);
  });

  test.each(['signed-out', 'another-session', 'stopped'] as const)('when the session is %s', (state) => {
    expect(gathered({ BELARUS: belarus, RUSSIA: { state } })).toEqual({ state });
    expect(gathered({ RUSSIA: { state } })).toEqual({ state });
  });
});

test('a person whom nobody knows is nobody', () => {
  const nobody = (name: string) => answered({ data: { suspect: { [name]: null } } });
  expect(stateOf(answerOf(gathered({ BELARUS: nobody('belarus'), RUSSIA: nobody('russia') })))).toBe(
    'nobody',
  );
  const none = answered({ data: { suspect: null } });
  expect(stateOf(answerOf(gathered({ BELARUS: none, RUSSIA: none })))).toBe('nobody');
});
