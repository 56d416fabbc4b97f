import {
  mostAttempts,
  type Stepping,
  type Taken,
  takeStep,
} from '../../../../subgraphs/agency/actions/take-step.ts';

interface Counted {
  version: number;
}

/** A record that others write `writers` times, each time just before it would be. */
function contended(writers: number, refusal?: 'THIRD_PERSON') {
  const record: Counted = { version: 1 };
  const seen: number[] = [];
  const written: number[] = [];
  let left = writers;
  const stepping: Stepping<Counted, number, string, 'THIRD_PERSON'> = {
    read: async () => ({ ...record }),
    decide({ version }) {
      seen.push(version);
      return { step: version + 1 };
    },
    async write(step, { version }) {
      if (left > 0) {
        left--;
        record.version++;
      }
      if (record.version !== version) return 'CONFLICT';
      if (refusal) return refusal;
      record.version = step;
      written.push(step);
      return 'WRITTEN';
    },
  };
  return { record, seen, written, stepping };
}

describe('a step', () => {
  test('is decided once where nobody writes between', async () => {
    const { stepping, seen, written } = contended(0);
    expect(await takeStep(stepping)).toEqual({ kind: 'WRITTEN', before: { version: 1 }, step: 2 });
    expect([seen, written]).toEqual([[1], [2]]);
  });

  test.each([1, mostAttempts - 1])(
    'is decided anew on what the record has become, after %i conflicts',
    async (writers) => {
      const { stepping, seen, written } = contended(writers);
      const version = 1 + writers;
      expect(await takeStep(stepping)).toEqual({ kind: 'WRITTEN', before: { version }, step: version + 1 });
      expect(seen).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      expect(written).toEqual([version + 1]);
    },
  );

  test.each([mostAttempts, Number.POSITIVE_INFINITY])(
    'is given up, and nothing written, after the last conflict of %d',
    async (writers) => {
      const { stepping, seen, written } = contended(writers);
      const taken: Taken<Counted, number, string, 'THIRD_PERSON'> = await takeStep(stepping);
      expect(taken).toEqual({ kind: 'CONTENDED', before: { version: mostAttempts } });
      expect([seen.length, written]).toEqual([mostAttempts, []]);
    },
  );

  test('that the database refuses is not tried again', async () => {
    const { stepping, seen, record } = contended(0, 'THIRD_PERSON');
    expect(await takeStep(stepping)).toEqual({ kind: 'REFUSED', refusal: 'THIRD_PERSON' });
    expect([seen, record.version]).toEqual([[1], 1]);
  });

  test('may be an answer, for which nothing is written', async () => {
    const { stepping, record } = contended(0);
    const answering = { ...stepping, decide: () => ({ answer: 'nothing to do' }) };
    expect(await takeStep(answering)).toEqual({ kind: 'ANSWERED', answer: 'nothing to do' });
    expect(record.version).toBe(1);
  });

  test('may become an answer after a conflict', async () => {
    const { stepping, written } = contended(1);
    const answering: typeof stepping = {
      ...stepping,
      decide: (before) => (before.version > 1 ? { answer: 'stale' } : stepping.decide(before)),
    };
    expect(await takeStep(answering)).toEqual({ kind: 'ANSWERED', answer: 'stale' });
    expect(written).toEqual([]);
  });

  test('that fails is not tried again', async () => {
    const { stepping, seen } = contended(0);
    const failing = {
      ...stepping,
      write: async () => {
        throw new TypeError('a fault');
      },
    };
    await expect(takeStep(failing)).rejects.toThrow('a fault');
    expect(seen).toEqual([1]);
  });
});
