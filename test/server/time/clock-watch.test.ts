import { ClockWatch } from '../../../server/time/clock-watch.ts';

function watching() {
  const lines: [string, unknown, string][] = [];
  const log = {
    warn: (what: unknown, message: string) => void lines.push(['warn', what, message]),
    info: (what: unknown, message: string) => void lines.push(['info', what, message]),
  };
  const now = 1_000_000;
  const clocks = new ClockWatch(log as never, () => now);
  const told = (ahead: number, times = 3) => {
    for (let index = 0; index < times; index++) clocks.observe('RUSSIA', now + ahead);
  };
  return { clocks, lines, told };
}

describe('a clock', () => {
  test('that is 30 seconds apart is in order, and one second more is told, in both directions', () => {
    for (const [ahead, words] of [
      [31_000, 'the clock of RUSSIA is 31 s ahead of this one: set both by one source'],
      [-45_000, 'the clock of RUSSIA is 45 s behind this one: set both by one source'],
    ] as const) {
      const { clocks, told } = watching();
      told(Math.sign(ahead) * 30_000);
      expect(clocks.warnings()).toEqual([]);
      told(ahead);
      expect(clocks.warnings()).toEqual([words]);
    }
  });

  test('is logged once when it goes wrong and once when it is right again', () => {
    const { clocks, lines, told } = watching();
    told(60_000, 10);
    told(0, 2);
    expect(clocks.warnings()).toEqual([]);
    expect(lines).toEqual([
      ['warn', { of: 'RUSSIA', seconds: 60 }, 'clocks differ'],
      ['info', { of: 'RUSSIA' }, 'clocks agree again'],
    ]);
  });

  test('is not called wrong for one old message that somebody sends again, nor for what is no time', () => {
    const { clocks, told } = watching();
    for (let index = 0; index < 5; index++) {
      told(-60_000, 2);
      told(0, 1);
    }
    clocks.observe('RUSSIA', Number.NaN);
    expect(clocks.warnings()).toEqual([]);
  });
});
