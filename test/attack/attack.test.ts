import { type Attack, carryOut } from './attack.ts';
import { Met } from './met.ts';
import type { Target } from './target.ts';

const met = new Met();
const target = { met } as Target;

/** A script that meets these codes and then gets what it wants, or not. */
const meeting =
  (got: boolean, ...codes: string[]) =>
  async () => {
    met.note(...codes);
    return got;
  };

const ended = async (changed: Partial<Attack>) => {
  const attack = { mend: 'a', name: 'b', control: meeting(true), attempt: meeting(false), ...changed };
  return (await carryOut(attack, target)).outcome;
};

describe('an attack', () => {
  test('is held where its attempt gets nothing, and by one of the codes that are meant', async () => {
    expect(await ended({})).toBe('held');
    expect(await ended({ heldBy: ['FORBIDDEN', 'BUSY'], attempt: meeting(false, 'BUSY') })).toBe('held');
  });

  test('is not held by another refusal, nor by a code that the control alone has met', async () => {
    const heldBy = ['FORBIDDEN'];
    expect(await ended({ heldBy, attempt: meeting(false, 'NOT_FOUND') })).toBe('held by another');
    expect(await ended({ heldBy, control: meeting(true, 'FORBIDDEN') })).toBe('held by another');
  });

  test('succeeds where its attempt gets what it wants, be it an outage', async () => {
    expect(await ended({ attempt: meeting(true, 'AGENCY_UNAVAILABLE') })).toBe('succeeded');
  });

  test('is not able to where its control gets nothing', async () => {
    expect(await ended({ control: meeting(false) })).toBe('not able');
  });

  test.each([
    'AGENCY_UNAVAILABLE',
    'UNAVAILABLE',
    'OUTCOME_UNKNOWN',
    'INTERNAL_SERVER_ERROR',
    'NO_ANSWER',
    'HTTP 502',
  ])('meets an outage, in its control or its attempt: %s', async (code) => {
    expect(await ended({ control: meeting(true, code) })).toBe('outage');
    expect(await ended({ heldBy: ['FORBIDDEN'], attempt: meeting(false, 'FORBIDDEN', code) })).toBe('outage');
    expect(await ended({ makesOutages: true, attempt: meeting(false, code) })).toBe('held');
  });

  test('meets none where its script asks the same again until it is answered', async () => {
    const attempt = async () => {
      met.note('AGENCY_UNAVAILABLE');
      met.askAgain();
      return false;
    };
    expect(await ended({ attempt })).toBe('held');
  });

  test('is broken where its script throws', async () => {
    const broken = async () => {
      throw new Error('nothing was caught');
    };
    expect(await ended({ control: broken })).toBe('broken');
    expect(await ended({ attempt: broken })).toBe('broken');
  });
});
