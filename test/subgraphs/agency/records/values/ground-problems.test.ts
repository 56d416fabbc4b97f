import { groundProblems } from '../../../../../subgraphs/agency/records/values/problems/ground-problems.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import { measureKinds } from '../../../../../terms/enums.ts';

describe.each([
  ['BELARUS', belarus],
  ['RUSSIA', russia],
])('the ground of a measure of %s', (_agency, { provisions }) => {
  const codesOf = (kind: (typeof measureKinds)[number], ground: string) =>
    groundProblems({ kind, ground }, provisions).map(({ path, code }) => `${path} ${code}`);

  test('is accepted for each kind that its provision is for, and for no other', () => {
    for (const { citation, measures } of provisions)
      for (const kind of measureKinds)
        expect([citation, kind, codesOf(kind, citation)]).toEqual([
          citation,
          kind,
          measures.includes(kind) ? [] : ['ground GROUND_OF_ANOTHER_MEASURE'],
        ]);
  });

  test.each([
    'took part in an unauthorised rally',
    'Code of Criminal Procedure',
    'Code of Criminal Procedure, Article 208 and a rally',
    'code of criminal procedure, article 208',
    'ст. 182',
    '__proto__',
  ])('is none of the list when it is %j', (ground) => {
    expect(codesOf('SEARCH', ground)).toEqual(['ground GROUND_UNKNOWN']);
  });

  test('is told with the list, and never repeats what was given', () => {
    const [problem] = groundProblems({ kind: 'SEIZURE', ground: 'a rally on the square' }, provisions);
    expect(problem?.message).toMatch(/read `provisions`.*For SEIZURE these are listed: Code of Criminal/);
    expect(problem?.message).not.toContain('rally');
  });
});
