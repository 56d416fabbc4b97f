import { soundValues, structureProblems } from '../../../../../subgraphs/agency/records/checks/structure.ts';
import { dossierInput } from '../../../../../subgraphs/agency/records/values/dossier-input.ts';
import { leastInput, offence, provenance } from './support/input.ts';

const issuesOf = (tree: unknown) => dossierInput.safeParse(tree).error?.issues ?? [];
const told = (tree: unknown) =>
  structureProblems(tree, issuesOf(tree)).map(({ path, code }) => `${path} ${code}`);
const withNames = (...names: object[]) => ({
  ...leastInput,
  names: names.map((name) => ({ ...name, provenance })),
});

describe('what does not have the form is told by its path', () => {
  test('nothing of what has it', () => {
    expect(told(leastInput)).toEqual([]);
  });

  test.each([
    ['names.0.kind UNKNOWN_VALUE', withNames({ kind: 'NICK', script: 'LATIN', surname: 'A' })],
    ['names.0.kind MISSING', withNames({ script: 'LATIN', surname: 'A' })],
    ['names.0.surname MISSING', withNames({ kind: 'LEGAL', script: 'LATIN', surname: ' ' })],
    ['names.0.surname TOO_LONG', withNames({ kind: 'LEGAL', script: 'LATIN', surname: 'A'.repeat(201) })],
    ['names.0.surname MALFORMED', withNames({ kind: 'LEGAL', script: 'LATIN', surname: 7 })],
    ['names.0.surname INCONSISTENT', withNames({ kind: 'LEGAL', script: 'LATIN' })],
    ['names.0.handle INCONSISTENT', withNames({ kind: 'LEGAL', script: 'LATIN', surname: 'A', handle: 'a' })],
    [
      'names.0.nickname UNKNOWN_FIELD',
      withNames({ kind: 'LEGAL', script: 'LATIN', surname: 'A', nickname: 'a' }),
    ],
    [
      'names TOO_MANY',
      withNames(...Array.from({ length: 51 }, () => ({ kind: 'LEGAL', script: 'LATIN', surname: 'A' }))),
    ],
    ['names MALFORMED', { ...leastInput, names: {} }],
    ['cases MISSING', { ...leastInput, cases: [] }],
    ['cases.0 MALFORMED', { ...leastInput, cases: ['1'] }],
    ['status MISSING', { ...leastInput, status: undefined }],
    [
      'offences.0.committedOn MALFORMED',
      { ...leastInput, offences: [{ ...offence, committedOn: '14.03.2025' }] },
    ],
    [
      'harms.0.victims OUT_OF_RANGE',
      { ...leastInput, harms: [{ victims: -1, loss: '1', currency: 'BYN', provenance }] },
    ],
    [
      'harms.0.victims MALFORMED',
      { ...leastInput, harms: [{ victims: 1.5, loss: '1', currency: 'BYN', provenance }] },
    ],
    [
      'harms.0.loss MALFORMED',
      { ...leastInput, harms: [{ victims: 1, loss: '1,5', currency: 'BYN', provenance }] },
    ],
    [
      'offences.0.provenance.retainUntil IMPOSSIBLE_DATE',
      { ...leastInput, offences: [{ ...offence, provenance: { ...provenance, retainUntil: '2027-02-30' } }] },
    ],
    [
      'offences.0.provenance.retainUntil MALFORMED',
      { ...leastInput, offences: [{ ...offence, provenance: { ...provenance, retainUntil: '2027' } }] },
    ],
    [
      'offences.0.provenance.informationAccuracy UNKNOWN_VALUE',
      { ...leastInput, offences: [{ ...offence, provenance: { ...provenance, informationAccuracy: 5 } }] },
    ],
    [' MALFORMED', 'dossier'],
    [' MALFORMED', []],
  ])('%s', (expected, tree) => {
    expect(told(tree)).toEqual([expected]);
  });

  test('what may be is said, what was given is not', () => {
    const tree = withNames({ kind: 'secret', script: 'LATIN', surname: 'A' });
    const [problem] = structureProblems(tree, issuesOf(tree));
    expect(problem?.message).toBe('must be one of LEGAL, ALIAS, MAIDEN, HANDLE');
  });

  test('a field’s name that may be a value in the wrong place is not repeated', () => {
    const tree = { ...leastInput, '4111111111111111': 'x' };
    expect(structureProblems(tree, issuesOf(tree))).toEqual([
      expect.objectContaining({ path: '?', code: 'UNKNOWN_FIELD' }),
    ]);
    expect(JSON.stringify(structureProblems(tree, issuesOf(tree)))).not.toContain('4111');
  });
});

describe('sound values', () => {
  const name = (surname: unknown) => ({ kind: 'LEGAL', script: 'LATIN', surname, provenance });

  test('are those beside the broken ones, with the places that they had', () => {
    const tree = { ...leastInput, names: [name('A'), name(7), name('C')], sex: { sex: 'X', provenance } };
    const sound = soundValues(tree, issuesOf(tree));
    expect(sound?.values.names.map(({ surname }) => surname)).toEqual(['A', 'C']);
    expect(sound?.values.names.map((_, index) => sound.pathOf('names', index))).toEqual([
      'names.0',
      'names.2',
    ]);
    expect(sound?.values.sex).toBeUndefined();
    expect(sound?.values.offences).toHaveLength(1);
    expect(sound?.pathOf('birth')).toBe('birth');
  });

  test('are those beside a list that is none, or too long', () => {
    const tree = {
      ...leastInput,
      names: 'A',
      citizenships: Array.from({ length: 11 }, () => ({ country: 'BY', provenance })),
    };
    const sound = soundValues(tree, issuesOf(tree));
    expect(sound?.values).toMatchObject({ names: [], citizenships: [], offences: [offence] });
  });

  test('are none of what is no input at all', () => {
    expect(soundValues('dossier', issuesOf('dossier'))).toBeUndefined();
  });
});
