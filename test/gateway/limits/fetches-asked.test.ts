import fc from 'fast-check';
import { estimated, plannedFetches } from '../../support/planned.ts';

const suspect = 'suspect(id: "BY-0000000000")';

const exact: [string, string, number][] = [
  ['the id of a suspect', `{ ${suspect} { id } }`, 1],
  [
    'a profile',
    `{ ${suspect} { belarus { ...H } russia { ...H } } } fragment H on Dossier { id names { full } }`,
    3,
  ],
  ['one half', `{ ${suspect} { belarus { id } } }`, 2],
  [
    'the same half twice',
    `{ ${suspect} { belarus { id } ...S } } fragment S on Suspect { belarus { sex { id } } }`,
    2,
  ],
  [
    'a page with the other halves',
    '{ belarus { dossiers { nodes { suspect { belarus { id } russia { id } } } } } }',
    2,
  ],
  [
    'pages of both agencies',
    '{ belarus { dossiers { nodes { id } } } russia { dossiers { nodes { id } } } }',
    2,
  ],
  [
    'a search with both halves',
    '{ searchSuspects(criteria: { surname: "Ivanou" }) { nodes { suspect { belarus { id } russia { id } } } agencies { outcome } } }',
    6,
  ],
  ['candidates', `{ ${suspect} { belarus { candidates { hit { reference } } } } }`, 3],
  [
    'a suspect in a half of a suspect',
    `{ ${suspect} { belarus { suspect { belarus { id } russia { id } } } } }`,
    3,
  ],
  ['a node of which only the type is asked', '{ node(id: "BY-0000000000") { __typename } }', 3],
  [
    'a node of any type',
    '{ node(id: "BY-0000000000") { id ... on Dossier { names { full } } ... on CriminalGroup { name } ... on Suspect { id } } }',
    3,
  ],
  [
    'a node with both halves of its suspect',
    '{ node(id: "BY-0000000000") { ... on Dossier { suspect { belarus { id } russia { id } } } } }',
    5,
  ],
  [
    'an action and what it did',
    'mutation { belarus { closeDossier(input: {}) { ... on BelarusRecordedDossier { dossier { suspect { russia { id } } } } } } }',
    2,
  ],
];

describe('the fetches of an operation', () => {
  test.each(exact)('are estimated before it is planned: %s', (_what, text, fetches) => {
    expect(estimated(text).fetches).toBe(fetches);
    if (!text.startsWith('mutation')) expect(plannedFetches(text)).toBe(fetches);
  });

  test('grow with each alias', () => {
    const aliased = Array.from(
      { length: 30 },
      (_none, n) => `a${n}: ${suspect} { belarus { id } russia { id } }`,
    );
    expect(estimated(`{ ${aliased.join(' ')} }`).fetches).toBe(61);
  });

  test('of fragments that fork at each level are as many as its branches, without being walked to the end', () => {
    const forks = (levels: number) =>
      `{ ${suspect} { ...F0 } } ${Array.from(
        { length: levels },
        (_none, n) =>
          `fragment F${n} on Suspect { belarus { suspect { ...F${n + 1} } } russia { suspect { ...F${n + 1} } } }`,
      ).join(' ')} fragment F${levels} on Suspect { belarus { id } russia { id } }`;
    for (const levels of [1, 2, 3]) {
      const text = forks(levels);
      expect(estimated(text).fetches).toBeGreaterThanOrEqual(plannedFetches(text));
    }
    expect(estimated(forks(7)).fetches).toBeGreaterThan(200);
    expect(estimated(forks(100)).fetches).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a fragment that leads to itself', () => {
  test('is for another rule, and does not hang this one', () => {
    const text = `{ ${suspect} { ...S } } fragment S on Suspect { id belarus { suspect { ...S } } }`;
    expect(estimated(text)).toMatchObject({ fetches: 2 });
  });
});

/** Selections on a suspect, of halves, conditions and fragments, some levels deep. */
const { suspectFields } = fc.letrec<{
  suspectFields: string;
  halfFields: string;
  condition: string;
  key: string;
}>((tie) => ({
  condition: fc.constantFrom('', '', '@include(if: $a)', '@skip(if: $a)', '@include(if: $b)'),
  key: fc.constantFrom('', '', 'x: ', 'y: '),
  suspectFields: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.constant('id'),
        fc
          .tuple(tie('key'), fc.constantFrom('belarus', 'russia'), tie('condition'), tie('halfFields'))
          // A key of its own for each agency, or the two would not go together.
          .map(([key, half, condition, fields]) => {
            const alias = key && `${half}${key}`;
            return `${alias}${half} ${condition} { ${fields} }`;
          }),
        fc.tuple(tie('condition'), tie('suspectFields')).map(([c, fields]) => `... ${c} { ${fields} }`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((fields) => fields.join(' ')),
  halfFields: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('id', 'names { full }', 'candidates { hit { reference } }'),
        fc
          .tuple(tie('key'), tie('condition'), tie('suspectFields'))
          .map(([key, condition, fields]) => `${key}suspect ${condition} { ${fields} }`),
        fc
          .tuple(tie('condition'), tie('suspectFields'))
          .map(([c, fields]) => `... on Dossier ${c} { suspect { ${fields} } }`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((fields) => fields.join(' ')),
}));

describe('whatever is asked', () => {
  test('the planner never makes more fetches of it than were estimated', () => {
    fc.assert(
      fc.property(suspectFields, (fields) => {
        const text = `query ($a: Boolean!, $b: Boolean!) { ${suspect} { ${fields} } }`;
        const { fetches } = estimated(text);
        fc.pre(fetches <= 80);
        expect(plannedFetches(text)).toBeLessThanOrEqual(fetches);
      }),
      { numRuns: 100 },
    );
  });
});
