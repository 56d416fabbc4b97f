import { codeOfProcedure as belarus } from '../../terms/codes-of-procedure/belarus.ts';
import { findProvision, type Provision } from '../../terms/codes-of-procedure/provision.ts';
import { codeOfProcedure as russia } from '../../terms/codes-of-procedure/russia.ts';
import { measureKinds } from '../../terms/enums.ts';

const citationsOf = (provisions: readonly Provision[]) => provisions.map(({ citation }) => citation);

describe.each([
  ['Belarus', belarus],
  ['Russia', russia],
])('the provisions of %s', (_agency, provisions) => {
  test('name no citation twice, in any spelling', () => {
    const plain = citationsOf(provisions).map((citation) => citation.toLowerCase().replaceAll(/\W/g, ''));
    expect(new Set(plain).size).toBe(provisions.length);
  });

  test.each(measureKinds)('have at least one for a measure of the kind %s', (kind) => {
    expect(provisions.some(({ measures }) => measures.includes(kind))).toBe(true);
  });

  test('are of listed kinds of measure, each kind once, and have a title', () => {
    for (const { measures, title } of provisions) {
      expect(measures.length).toBeGreaterThan(0);
      expect(new Set(measures).size).toBe(measures.length);
      for (const kind of measures) expect(measureKinds).toContain(kind);
      for (const text of Object.values(title)) expect(text.length).toBeGreaterThan(3);
    }
  });

  test('are articles of the code of procedure, of the law on operational search, or of a convention', () => {
    for (const citation of citationsOf(provisions))
      expect(citation).toMatch(
        /^(Code of Criminal Procedure|Law 307-Z of 15 July 2015 on operational-search activity|Federal Law 144-FZ of 12 August 1995|Minsk Convention of 1993|Chisinau Convention of 2002), Article \d+([.-]1)?$/,
      );
  });

  test('are in force from a calendar day, where it is known', () => {
    for (const { validFrom, validTo } of provisions) {
      if (validFrom !== undefined) expect(new Date(validFrom).toISOString().slice(0, 10)).toBe(validFrom);
      if (validTo !== undefined) expect(validTo > (validFrom ?? '')).toBe(true);
    }
  });
});

describe('a provision', () => {
  const confirmed = (provisions: readonly Provision[]) =>
    citationsOf(provisions.filter((provision) => provision.confirmed)).map((citation) =>
      citation.replace('Code of Criminal Procedure, Article ', ''),
    );

  test('that was not compared with a published text says so', () => {
    expect(confirmed(belarus)).toEqual(['125', '132']);
    expect(confirmed(russia)).toEqual(['91', '102', '108', '115', '182', '183', '186', '186.1', '460']);
  });

  test('is found by its exact citation alone, and by no words around it', () => {
    const citation = 'Code of Criminal Procedure, Article 208';
    expect(findProvision(belarus, citation)?.measures).toEqual(['SEARCH']);
    expect(findProvision(belarus, `${citation} (rally)`)).toBeUndefined();
    expect(findProvision(belarus, 'took part in an unauthorised rally')).toBeUndefined();
    expect(findProvision(russia, citation)).toBeUndefined();
  });
});
