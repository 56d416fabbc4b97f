import { loggableError } from '../../server/log.ts';

const duplicate = Object.assign(new RangeError('E11000 duplicate key: { value: "+375291234567" }'), {
  code: 11_000,
  keyValue: { value: '+375291234567' },
});

describe('an unexpected error in the log', () => {
  test('is its class, its code and where it came from', () => {
    const logged = loggableError(duplicate, 'production');
    expect(Object.keys(logged).sort()).toEqual(['code', 'stack', 'type']);
    expect(logged).toMatchObject({ type: 'RangeError', code: 11_000 });
    expect(logged.stack).toMatch(/^\s+at .*log\.test\.ts/);
  });

  test('has its message in development', () => {
    expect(loggableError(duplicate, 'development')).toHaveProperty('message', duplicate.message);
  });

  test('repeats in production nothing that a message or a record can hold', () => {
    expect(JSON.stringify(loggableError(duplicate, 'production'))).not.toMatch(/375291234567/);
  });

  test('has no code when it has none, and at most twelve frames', () => {
    const deep = (levels: number): Error => (levels === 0 ? new Error('deep') : deep(levels - 1));
    const logged = loggableError(deep(30), 'production');
    expect(logged).not.toHaveProperty('code');
    expect(String(logged.stack).split('\n').length).toBeLessThanOrEqual(12);
  });

  test('is only its type when something else was thrown', () => {
    expect(loggableError('+375291234567', 'production')).toEqual({ type: 'string' });
    expect(loggableError(undefined, 'development')).toEqual({ type: 'undefined' });
  });
});
