import { malformed, recordedOf } from '../../checks/support/document.ts';

describe('Russia’s passport for use at home', () => {
  test.each(['0000 000001', '00 00 № 000001', '0000-000001', '0000000001'])(
    '%s has no check digit',
    (number) => {
      expect(recordedOf('PASSPORT', 'RU', number)).toBe('0000000001 NONE');
    },
  );

  test.each(['000000001', '00000000011', 'MP0000001'])('%s is malformed', (number) => {
    expect(recordedOf('PASSPORT', 'RU', number)).toBe(malformed);
  });
});

describe('Russia’s passport for travel', () => {
  test.each(['00 0000001', '000000001'])('%s has no check digit', (number) => {
    expect(recordedOf('TRAVEL_PASSPORT', 'RU', number)).toBe('000000001 NONE');
  });

  test.each(['0000000001', '00000001', 'AA0000001'])('%s is malformed', (number) => {
    expect(recordedOf('TRAVEL_PASSPORT', 'RU', number)).toBe(malformed);
  });
});
