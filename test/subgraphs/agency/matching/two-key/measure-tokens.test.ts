import { blind, blindInput } from '../../../../../subgraphs/agency/matching/two-key/blind.ts';
import { framed } from '../../../../../subgraphs/agency/matching/two-key/framed.ts';
import { indicatorTokenOf } from '../../../../../subgraphs/agency/matching/two-key/indicator-token-of.ts';
import { measureTokenOf } from '../../../../../subgraphs/agency/matching/two-key/measure-token-of.ts';
import type { WeekElement } from '../../../../../subgraphs/agency/records/measures/comparing/measured-value.ts';
import { elementsOfBatch, newTwoKeys } from '../../../../support/two-key/two-key-agencies.ts';

const keys = newTwoKeys();
const phone = { kind: 'PHONE', value: '+375000000001' } as const;
const week: WeekElement = { ...phone, week: '2026-W53' };

/** The element that both agencies come to. */
const elementOf = (given: WeekElement | typeof phone, agency: 'BELARUS' | 'RUSSIA' = 'BELARUS'): string =>
  Buffer.from(elementsOfBatch(keys, agency, [blind(given)])[0] ?? []).toString('hex');
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

describe('what is hashed of a measure', () => {
  test('has the domain, the kind, the value and the week', () => {
    const [of] = elementsOfBatch(keys, 'BELARUS', [
      blindInput(framed('concord-measure-v1', 'PHONE', phone.value, '2026-W53')),
    ]);
    expect(elementOf(week)).toBe(Buffer.from(of ?? []).toString('hex'));
    expect(elementOf(week, 'RUSSIA')).toBe(elementOf(week));
  });

  test.each<[string, WeekElement | typeof phone]>([
    ['another week', { ...week, week: '2027-W01' }],
    ['another kind', { ...week, kind: 'EMAIL' }],
    ['another value', { ...week, value: '+375000000002' }],
    ['the identifier of early warnings', phone],
  ])('has nothing in common with that of %s', (_what, other) => {
    expect(elementOf(other)).not.toBe(elementOf(week));
  });
});

describe('the token of a measure', () => {
  const element = bytes(elementOf(week));
  const use = { epoch: '2026', teller: 'BELARUS', scope: 'OP-1', place: 0 } as const;
  const token = (changed: object = {}) =>
    Buffer.from(measureTokenOf({ ...use, ...changed }, element)).toString('hex');

  test.each([
    ['epoch', { epoch: '2027' }],
    ['teller', { teller: 'RUSSIA' }],
    ['scope', { scope: 'OP-2' }],
    ['scope, of none', { scope: undefined }],
    ['place', { place: 1 }],
  ])('is another one for another %s', (_what, changed) => {
    expect(token(changed)).not.toBe(token());
    expect(token()).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is none of early warnings', () => {
    expect(Buffer.from(indicatorTokenOf(use, element)).toString('hex')).not.toBe(token({ scope: undefined }));
  });
});
