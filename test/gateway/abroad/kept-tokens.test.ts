import { KeptTokens, type Obtain, type Obtained } from '../../../gateway/abroad/kept-tokens.ts';
import { hashOfToken } from '../../../identity/caller-token.ts';

const down: Obtained = { kind: 'unavailable', reason: 'ECONNREFUSED' };

/** What makes tokens, one after the other, each of so many milliseconds. */
function maker(lifetime: number) {
  const state = { made: 0, isDown: false };
  const obtain: Obtain = async () => {
    state.made += 1;
    return state.isDown ? down : { token: `token-${state.made}`, lifetime };
  };
  return { state, obtain };
}

/** A clock that is moved by hand, with what is to be done at its hours. */
function clock() {
  let now = 0;
  let planned: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    schedule(work: () => void, milliseconds: number) {
      const each = { at: now + milliseconds, work };
      planned.push(each);
      return () => {
        planned = planned.filter((other) => other !== each);
      };
    },
    /** Goes on to a moment, and lets what is begun there end. */
    async at(moment: number) {
      now = moment;
      const due = planned.filter(({ at }) => at <= now);
      planned = planned.filter(({ at }) => at > now);
      for (const { work } of due) work();
      await new Promise(setImmediate);
    },
  };
}

const minute = 60_000;
const presented = (token: string) => ({ token, hash: hashOfToken(token) });

describe('a token for use abroad', () => {
  test('is waited for once; after that it is there at once, without asking anybody', async () => {
    const kept = new KeptTokens(clock());
    const { state, obtain } = maker(60_000);
    expect(await kept.get('a', obtain)).toEqual(presented('token-1'));
    expect(kept.get('a', obtain)).toEqual(presented('token-1'));
    expect(kept.get('a', obtain)).not.toBeInstanceOf(Promise);
    expect(state.made).toBe(1);
  });

  test('is asked for once by all who wait for it', async () => {
    const kept = new KeptTokens(clock());
    const { state, obtain } = maker(60_000);
    await Promise.all([kept.get('a', obtain), kept.get('a', obtain), kept.get('a', obtain)]);
    expect(state.made).toBe(1);
  });

  test('is another one for every other caller, mandate or audience', async () => {
    const kept = new KeptTokens(clock());
    const { obtain } = maker(60_000);
    expect(await kept.get('a', obtain)).toEqual(presented('token-1'));
    expect(await kept.get('b', obtain)).toEqual(presented('token-2'));
  });

  test('is renewed in the background at half its life, while the old one is used', async () => {
    const time = clock();
    const kept = new KeptTokens(time);
    const { state, obtain } = maker(minute);
    await kept.get('a', obtain);
    await time.at(29_999);
    expect([kept.get('a', obtain), state.made]).toEqual([presented('token-1'), 1]);
    await time.at(30_000);
    expect([kept.get('a', obtain), state.made]).toEqual([presented('token-2'), 2]);
    await time.at(60_000);
    expect([kept.get('a', obtain), state.made]).toEqual([presented('token-3'), 3]);
  });

  test('that nobody asks for is renewed no more, until somebody does, who need not wait', async () => {
    const time = clock();
    const kept = new KeptTokens(time);
    const { state, obtain } = maker(minute);
    await kept.get('a', obtain);
    await time.at(30_000);
    await time.at(60_000);
    expect(state.made).toBe(2);
    expect(kept.get('a', obtain)).toEqual(presented('token-2'));
    await time.at(60_001);
    expect([kept.get('a', obtain), state.made]).toEqual([presented('token-3'), 3]);
  });

  test('stays good to its end when it cannot be renewed, and not longer', async () => {
    const time = clock();
    const kept = new KeptTokens(time);
    const { state, obtain } = maker(minute);
    await kept.get('a', obtain);
    state.isDown = true;
    await time.at(30_000);
    await time.at(54_999);
    expect(kept.get('a', obtain)).toEqual(presented('token-1'));
    await time.at(55_000);
    expect(await kept.get('a', obtain)).toEqual(down);
    state.isDown = false;
    expect(await kept.get('a', obtain)).toMatchObject({ token: expect.stringMatching(/^token-/) });
  });

  test('that could not be renewed is tried again as soon as somebody asks', async () => {
    const time = clock();
    const kept = new KeptTokens(time);
    const { state, obtain } = maker(minute);
    await kept.get('a', obtain);
    state.isDown = true;
    await time.at(30_000);
    state.isDown = false;
    expect(kept.get('a', obtain)).toEqual(presented('token-1'));
    await time.at(30_001);
    expect(kept.get('a', obtain)).toEqual(presented('token-3'));
  });
});
