import { countSurnames } from '../../../../subgraphs/agency/jobs/count-surnames.ts';
import { rekey } from '../../../../subgraphs/agency/jobs/rekey.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { keysOf, testNaming } from '../../../support/match-keys.ts';

/** Far fewer than the work below lasts in turns of 5 ms, and more than a job takes whose only waits are for what is at hand. */
const turns = 5;

/** The turns that the event loop gives to others while some work goes on. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [counted, isOver] = [0, false];
  const count = () => {
    if (isOver) return;
    counted += 1;
    setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return counted;
}

const letters = 'абвгдеклмнопрстуф';

/** Dossiers of persons with surnames of their own, of whom nothing is known from others. */
const dossiers = (count: number): DossierRecord[] =>
  Array.from({ length: count }, (_none, number) => {
    const dossier = dossierOf(`BY-${String(number).padStart(10, '0')}`);
    const own = Array.from(
      { length: 9 },
      (_, at) => letters[(number * 7 + at * (number % 13)) % letters.length],
    );
    const surname = `${own.join('')}${letters[number % 17]}${letters[Math.floor(number / 17) % 17]}ов`;
    return { ...dossier, names: dossier.names.map((name) => ({ ...name, surname })) };
  });

describe('a job that computes long lets others have their turn', () => {
  test('while it makes the tokens of a batch', async () => {
    const store = {
      async *underOtherKeys() {
        yield dossiers(500);
      },
      rekey: async (batch: readonly unknown[]) => batch.length,
      left: async () => 0,
      renewIndex: async () => undefined,
    };
    expect(await turnsDuring(() => rekey(store, keysOf('new'), testNaming))).toBeGreaterThan(turns);
  });

  test('while it counts surnames', async () => {
    const store = {
      async *names() {
        yield* dossiers(2_000);
      },
      replace: async () => undefined,
      bitsOf: async () => [],
    };
    const { current } = keysOf('test');
    expect(await turnsDuring(() => countSurnames(store, current, new Date()))).toBeGreaterThan(turns);
  });
});
