import { listProblems, type Problem, under } from '../../../../subgraphs/agency/records/problem.ts';
import { problemCodes } from '../../../../terms/enums.ts';

const missing = (path: string): Problem => ({ path, code: 'MISSING', message: 'must be given' });

test('codes are unique and in the form that callers branch on', () => {
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
  for (const code of problemCodes) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

describe('a path', () => {
  test('of a part is put under that of the whole', () => {
    expect(under('names.0', [missing('surname'), missing('')]).map(({ path }) => path)).toEqual([
      'names.0.surname',
      'names.0',
    ]);
  });

  test('of the whole stays as it is', () => {
    expect(under('', [missing('cases')])).toEqual([missing('cases')]);
  });
});

describe('a list of problems', () => {
  test('is in the order of the paths, numbers as numbers, each once', () => {
    const problems = ['names.10', 'names.2', 'cases', 'names.2'].map(missing);
    expect(listProblems(problems).map(({ path }) => path)).toEqual(['cases', 'names.2', 'names.10']);
  });

  test('ends at two hundred and says so', () => {
    const listed = listProblems(Array.from({ length: 500 }, (_, index) => missing(`names.${index}`)));
    expect(listed).toHaveLength(201);
    expect(listed.at(-1)).toMatchObject({ path: '', code: 'MORE_PROBLEMS' });
    expect(listProblems(Array.from({ length: 200 }, (_, index) => missing(`names.${index}`)))).toHaveLength(
      200,
    );
  });
});
