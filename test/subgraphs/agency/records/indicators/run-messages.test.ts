import { messagesOfRun } from '../../../../../subgraphs/agency/records/indicators/run-messages.ts';

test('what another agency is told of a run is the day and the number, under an id that follows from nothing', () => {
  const run = { day: new Date('2026-11-27T00:00:00Z'), length: 5, at: new Date('2026-11-27T12:00:00Z') };
  const [one, other] = [messagesOfRun(run, ['RUSSIA']), messagesOfRun(run, ['RUSSIA'])];
  expect(one).toEqual([
    {
      id: expect.any(String),
      to: 'RUSSIA',
      type: 'concord.indicator.run.v1',
      at: run.at,
      data: { day: '2026-11-27', length: 5 },
    },
  ]);
  expect(one[0]?.id).not.toBe(other[0]?.id);
});
