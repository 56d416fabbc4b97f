import {
  fitting,
  legalBases,
  type MandateDraft,
  mandateHeaders,
  missingParts,
  purposes,
} from '../../playground/wire/mandate-draft.ts';
import * as enums from '../../terms/enums.ts';
import * as identity from '../../terms/mandate.ts';

test('the page knows every purpose and legal basis that the gateway does', () => {
  expect([...purposes].sort()).toEqual([...enums.purposes].sort());
  expect([...legalBases].sort()).toEqual([...enums.legalBases].sort());
});

const drafts: MandateDraft[] = [undefined, ...purposes].flatMap((purpose) =>
  [undefined, ...legalBases].flatMap((legalBasis) =>
    [undefined, 'BY-2026-000001'].map((each) => ({ purpose, legalBasis, case: each })),
  ),
);

test('what the page lets through, the gateway accepts, and the other way round', () => {
  for (const draft of drafts) {
    const accepted = 'mandate' in identity.mandateFromHeaders(mandateHeaders(draft));
    expect({ draft, complete: missingParts(draft).length === 0 }).toEqual({ draft, complete: accepted });
  }
});

describe('a reason', () => {
  const draft = { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' } as const;

  test('is sent as the gateway reads it, in any letters', () => {
    const reason = 'Проверка сообщения № 17: 100 %';
    expect(identity.mandateFromHeaders(mandateHeaders(draft, ` ${reason} `))).toEqual({
      mandate: draft,
      reason,
    });
  });

  test.each(['', '   ', 'too short', 'long enough', 'ж'.repeat(500), 'ж'.repeat(501)])(
    'is let through when the gateway accepts it: %j',
    (reason) => {
      const accepted = 'mandate' in identity.mandateFromHeaders(mandateHeaders(draft, reason));
      expect(missingParts(draft, reason)).toEqual(accepted ? [] : ['reason']);
    },
  );
});

describe('a mandate that was kept', () => {
  const kept = { purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' } as const;

  test('stays for the same officer', () => expect(fitting(kept, ['BY-2026-000001'])).toEqual(kept));

  test('loses a case that is not this officer’s', () => {
    expect(fitting(kept, ['RU-2026-000001'])).toEqual({ purpose: 'SOLVING', legalBasis: 'NATIONAL_LAW' });
  });

  test('loses what is no purpose at all', () => {
    expect(fitting({ purpose: 'CURIOSITY' as never }, [])).toEqual({});
  });
});
