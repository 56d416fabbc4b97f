import { healthOf } from '../../server/health.ts';

test('those who ask at one time are told the same, of one look; the next one looks again', async () => {
  let looks = 0;
  let missing: string[] = [];
  const health = healthOf({
    notReady: async () => {
      looks += 1;
      return missing;
    },
  });
  const told = await Promise.all([health(), health(), health()]);
  expect([looks, told.map(({ status }) => status)]).toEqual([1, [200, 200, 200]]);
  missing = ['the database'];
  expect(await health()).toEqual({ status: 503, answer: { status: 'not ready', missing } });
  expect(looks).toBe(2);
});

test('a look that fails is told to who asked, and the next one looks again', async () => {
  let isBroken = true;
  const health = healthOf({
    notReady: async () => {
      if (isBroken) throw new Error('broken');
      return [];
    },
  });
  await expect(health()).rejects.toThrow('broken');
  isBroken = false;
  expect((await health()).status).toBe(200);
});
