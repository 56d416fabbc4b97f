import { mandateFromHeaders } from '../../terms/mandate.ts';
import { reasonFrom } from '../../terms/reason.ts';

const problem = 'concord-reason must be 10 to 500 characters of one line, as UTF-8 or percent-encoded UTF-8';
/** Bytes as Node hands them over: each as one character. */
const asReceived = (text: string) => Buffer.from(text).toString('latin1');

describe('a reason', () => {
  const russian = 'Проверка сообщения № 17';
  test.each([
    ['Latin letters', 'Check of report 17', 'Check of report 17'],
    ['percent-encoded UTF-8', encodeURIComponent(russian), russian],
    ['UTF-8 as it is', asReceived(russian), russian],
    ['spaces around it', '  Check of report 17 ', 'Check of report 17'],
    [
      'letters made of two characters, as those of one',
      encodeURIComponent('проверкаи\u0306 17'),
      'проверкай 17',
    ],
  ])('is read from %s', (_what, header, reason) => {
    expect(reasonFrom(header)).toEqual({ reason });
  });

  test('is refused where it has marks without end, or is longer than any can be, before it is decoded', () => {
    expect(reasonFrom(asReceived(`Check of report${'\u0301\u0327'.repeat(16)}`))).toEqual({ problem });
    expect(reasonFrom('%'.repeat(12_001))).toEqual({ problem });
  });

  test('need not be given', () => {
    expect(reasonFrom(undefined)).toEqual({});
  });

  test('has 10 to 500 characters, whatever bytes they take', () => {
    for (const [length, isTaken] of [
      [9, false],
      [10, true],
      [500, true],
      [501, false],
    ] as const)
      for (const letter of ['x', 'ж', '𝔸'])
        expect('reason' in reasonFrom(encodeURIComponent(letter.repeat(length)))).toBe(isTaken);
  });

  test.each([
    ['nothing', ''],
    ['spaces', ' '.repeat(20)],
    ['two lines', encodeURIComponent('first line\nsecond line')],
    ['text that turns its direction', encodeURIComponent('seen by \u202eofficer')],
    ['a NUL', encodeURIComponent('seen by\u0000officer')],
    ['bytes that are no UTF-8', '\u00ff\u00fe nothing readable'],
    ['a percent sign that begins nothing', '100% of it is known'],
  ])('is refused of %s, which is not repeated', (_what, header) => {
    expect(reasonFrom(header)).toEqual({ problem });
  });
});

describe('the headers of a mandate', () => {
  const headers = { 'concord-purpose': 'DETECTION', 'concord-legal-basis': 'NATIONAL_LAW' };
  const mandate = { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' };

  test('may carry a reason, which stands beside the mandate', () => {
    expect(mandateFromHeaders({ ...headers, 'concord-reason': 'Check of report 17' })).toEqual({
      mandate,
      reason: 'Check of report 17',
    });
  });

  test('are refused with a reason that is none, which is told with what else is wrong', () => {
    expect(mandateFromHeaders({ ...headers, 'concord-reason': 'x' })).toEqual({ problem: `${problem}.` });
    expect(mandateFromHeaders({ 'concord-legal-basis': 'NATIONAL_LAW', 'concord-reason': 'x' })).toEqual({
      problem: `concord-purpose must be one of PREVENTION, DETECTION, SOLVING, INVESTIGATION; ${problem}.`,
    });
  });
});
