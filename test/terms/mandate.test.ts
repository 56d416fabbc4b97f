import { legalBases, type Purpose, purposes } from '../../terms/enums.ts';
import { mandateFromHeaders, mandateSchema } from '../../terms/mandate.ts';

const headers = (purpose: string, legalBasis = 'COOPERATION_AGREEMENT') => ({
  'concord-purpose': purpose,
  'concord-legal-basis': legalBasis,
});
const inCase = { 'concord-case': 'BY-2026-000001' };

function problemOf(given: Parameters<typeof mandateFromHeaders>[0]): string {
  const result = mandateFromHeaders(given);
  return 'problem' in result ? result.problem : '';
}

describe('a mandate', () => {
  test.each(purposes)('for %s is read from the three headers', (purpose) => {
    expect(mandateFromHeaders({ ...headers(purpose), ...inCase })).toEqual({
      mandate: { purpose, legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
    });
  });

  test.each(legalBases)('on the basis of %s is accepted', (legalBasis) => {
    expect(mandateFromHeaders(headers('DETECTION', legalBasis))).toEqual({
      mandate: { purpose: 'DETECTION', legalBasis },
    });
  });

  test('ignores the headers that are not of a mandate', () => {
    expect(mandateFromHeaders({ ...headers('DETECTION'), accept: '*/*' })).toHaveProperty('mandate');
  });
});

describe('a case', () => {
  test.each<Purpose>(['SOLVING', 'INVESTIGATION'])('is required for %s', (purpose) => {
    expect(problemOf(headers(purpose))).toBe(
      'concord-case is required for SOLVING and INVESTIGATION: a case number such as BY-2026-000001.',
    );
  });

  test.each<Purpose>(['PREVENTION', 'DETECTION'])('is not required for %s', (purpose) => {
    expect(mandateFromHeaders(headers(purpose))).toEqual({
      mandate: { purpose, legalBasis: 'COOPERATION_AGREEMENT' },
    });
  });

  test.each(['BY-2026-000001', 'RU-1999-123456'])('is accepted as %s', (number) => {
    expect(mandateFromHeaders({ ...headers('SOLVING'), 'concord-case': number })).toHaveProperty(
      'mandate.case',
      number,
    );
  });

  test.each(['', 'UA-2026-000001', 'BY-26-000001', 'BY-2026-00001', 'BY-2026-0000011', 'BY-2026-000001\n'])(
    'is not %j, even where none is required',
    (number) => {
      expect(problemOf({ ...headers('DETECTION'), 'concord-case': number })).toBe(
        'concord-case must be a case number such as BY-2026-000001.',
      );
    },
  );
});

describe('what is wrong', () => {
  test('names each missing header and what it may be', () => {
    expect(problemOf({})).toBe(
      'concord-purpose must be one of PREVENTION, DETECTION, SOLVING, INVESTIGATION; ' +
        'concord-legal-basis must be one of NATIONAL_LAW, COOPERATION_AGREEMENT, MINSK_CONVENTION_1993, ' +
        'CHISINAU_CONVENTION_2002, CIS_CYBERCRIME_AGREEMENT_2018.',
    );
  });

  test('does not name the headers that are right', () => {
    expect(problemOf({ ...headers('CURIOSITY'), ...inCase })).toMatch(
      /^concord-purpose must be one of [^;]*$/,
    );
  });

  test('repeats nothing of what was sent', () => {
    const sent = {
      'concord-purpose': 'Ivanova-1',
      'concord-legal-basis': 'Ivanova-2',
      'concord-case': 'Ivanova-3',
    };
    expect(problemOf(sent)).not.toMatch(/Ivanova/);
  });

  test.each([['concord-purpose'], ['concord-legal-basis'], ['concord-case']])(
    'a %s that is sent twice is refused, even with one value twice',
    (header) => {
      const once: Record<string, string> = { ...headers('INVESTIGATION'), ...inCase };
      const value = once[header] ?? '';
      expect(problemOf({ ...once, [header]: [value, value] })).toMatch(new RegExp(`^${header} must be`));
      // Node joins a repeated header that it does not know in this form.
      expect(problemOf({ ...once, [header]: `${value}, ${value}` })).toMatch(
        new RegExp(`^${header} must be`),
      );
      expect(problemOf(once)).toBe('');
    },
  );

  test.each(['investigation', ' INVESTIGATION', 'constructor', '__proto__'])(
    'a purpose of %j is not read as one of the four',
    (purpose) => {
      expect(problemOf({ ...headers(purpose), ...inCase })).toMatch(/^concord-purpose must be/);
    },
  );
});

describe('a mandate inside a fetch token', () => {
  const mandate = { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' };

  test('has the three members', () => {
    expect(mandateSchema.safeParse(mandate).success).toBe(true);
  });

  test('has no other', () => {
    expect(mandateSchema.safeParse({ ...mandate, override: true }).success).toBe(false);
  });
});
