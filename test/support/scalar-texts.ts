import type { scalarForms } from '../../terms/scalar-forms.ts';

export type ScalarName = keyof typeof scalarForms;

/** Texts that have the form of a scalar of the API, and texts that have not. */
export const scalarTexts: Record<ScalarName, { right: string[]; wrong: string[] }> = {
  DateTime: {
    right: ['2026-11-25T09:30:00Z', '2026-11-25T12:30:00+03:00', '2024-02-29T23:59:59.123Z'],
    wrong: [
      '2026-11-25',
      '2026-11-25T09:30Z',
      '2026-11-25T09:30:00',
      '2026-11-25 09:30:00Z',
      '2026-02-29T09:30:00Z',
      '2026-11-25T24:00:00Z',
      '1795599000',
    ],
  },
  Date: {
    right: ['2026-11-25', '2024-02-29'],
    wrong: [
      '2026-02-29',
      '2026-11',
      '25.11.2026',
      '2026-11-25T00:00:00Z',
      '2026-11-25\n',
      '+002026-11-25',
      '',
    ],
  },
  PartialDate: {
    right: ['1985', '1985-03', '1985-03-12'],
    wrong: ['85', '1985-13', '1985-3', '1985-02-30', '12.03.1985', '1985-03-12T00:00:00Z', '1985-00', '١٩٨٥'],
  },
  Decimal: {
    right: ['0', '1200.50', '-3.000000001', '999999999999999'],
    wrong: ['1,200.50', '1200,50', '1e3', '.5', '5.', '+1', 'NaN', '1000000000000000', '1.0000000001', ' 1'],
  },
  RegionCode: { right: ['BY-HM', 'RU-MOW', 'RU-AD'], wrong: ['by-hm', 'BY', 'BY-', 'BY-HMSK', 'Minsk', ''] },
  CountryCode: { right: ['BY', 'RU', 'KZ'], wrong: ['by', 'BLR', 'XX', 'Belarus', '112', ''] },
  CurrencyCode: { right: ['BYN', 'RUB', 'USD'], wrong: ['byn', 'XYZ', 'BY', '933', 'р.', ''] },
  CaseNumber: {
    right: ['BY-2026-000001', 'RU-2025-123456'],
    wrong: ['XX-2026-000001', 'BY-2026-1', 'by-2026-000001', 'BY-2026-0000001', 'BY-2026-000001\n'],
  },
  Cursor: {
    right: ['eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC', 'x'],
    wrong: ['', ' ', '{"$gt":""}', 'a=', 'ы', 'A'.repeat(2_001)],
  },
};
