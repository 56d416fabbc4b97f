import { AgencyAtWork } from '../../../server/standstill/agency-at-work.ts';

const works = (milliseconds: number) => () => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return milliseconds;
};

test('work on an agency’s answers takes two seconds at once, and a fifth of the time after that', () => {
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  try {
    const atWork = new AgencyAtWork('RUSSIA');
    const work = (milliseconds: number) =>
      atWork.on(() => {
        now += milliseconds;
      });
    work(2_000);
    expect(atWork.isSpent).toBe(false);
    work(1_000);
    expect(atWork.isSpent).toBe(true);
    now += 4_000;
    expect(atWork.isSpent).toBe(false);
  } finally {
    clock.mockRestore();
  }
});

test('work is done at once, and its result is given, or its error thrown', () => {
  const atWork = new AgencyAtWork('RUSSIA');
  expect(atWork.on(works(1))).toBe(1);
  expect(() =>
    atWork.on(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
});
