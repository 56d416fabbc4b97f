import { contentParts } from '../../../../../subgraphs/agency/records/history/content-parts.ts';

describe('the parts of a recorded content', () => {
  test('are those of the value, with the parts within them, in the order in which they were recorded', () => {
    const recorded = new Date('2026-11-25T09:30:00Z');
    const name = {
      id: 'V1',
      surname: 'Probny',
      coerced: false,
      slots: 32,
      terms: ['one', 'two'],
      patronymic: null,
      provenance: { legalBasis: 'NATIONAL_LAW', recordedAt: recorded },
    };
    expect(contentParts('names', JSON.stringify(name))).toEqual([
      { name: 'id', text: 'V1' },
      { name: 'surname', text: 'Probny' },
      { name: 'coerced', text: 'false' },
      { name: 'slots', text: '32' },
      { name: 'terms.0', text: 'one' },
      { name: 'terms.1', text: 'two' },
      { name: 'provenance.legalBasis', text: 'NATIONAL_LAW' },
      { name: 'provenance.recordedAt', text: '2026-11-25T09:30:00.000Z' },
    ]);
  });

  test.each(['ON_RELEASE', '{"cut', '"quoted"'])(
    'are one, named after the field, for what is no value: %s',
    (content) => {
      expect(contentParts('handlingCode', content)).toEqual([
        { name: 'handlingCode', text: content.replaceAll('"', content.startsWith('{') ? '"' : '') },
      ]);
    },
  );

  test('are none of an empty value', () => {
    expect(contentParts('names', '{}')).toEqual([]);
    expect(contentParts('names', 'null')).toEqual([]);
  });
});
