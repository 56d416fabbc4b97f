import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { protectedSchema } from '../../../schema/protect/protected-schema.ts';
import { policyPage } from '../../../workshop/scripts/policy-pages/page.ts';
import { policyPages, stalePages, subjects } from '../../../workshop/scripts/policy-pages/pages.ts';
import type { Subject } from '../../../workshop/scripts/policy-pages/subject.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const committed = (path: string) => readFileSync(join(root, path), 'utf8');

const [belarus, russia] = subjects() as [Subject, Subject];

/** The paths of the pages that the check would name if Russia were like this. */
const staleWith = (changed: Partial<Subject>): string[] =>
  stalePages(policyPages([belarus, { ...russia, ...changed }]), committed).map(([path]) => path);

const policyWithRow = (own: string) => ({
  ...russia.policy,
  table: { ...russia.policy.table, 'ANALYST PREVENTION': { own, foreign: '-R-R---' } },
});

const schemaWith = (found: string, instead: string) =>
  protectedSchema(committed('schema/built/russia.graphql').replaceAll(found, instead), {});

describe('the committed pages', () => {
  test('say what the policies say', () => {
    expect(staleWith({})).toEqual([]);
  });

  test('are stale once a cell is flipped', () => {
    expect(staleWith({ policy: policyWithRow('AR-ARR-') })).toEqual(['docs/policy/russia.md']);
  });

  test('are not stale when a row is written again as it was', () => {
    expect(staleWith({ policy: policyWithRow('AR-AR--') })).toEqual([]);
  });

  test('are stale once an action is given to another role', () => {
    const actions = { ...russia.actions, grantRelease: ['LIAISON'] } as const;
    expect(staleWith({ actions })).toEqual(['docs/policy/russia.md']);
  });

  test('are stale once a field has another class', () => {
    const schema = schemaWith(
      'cases: [CaseNumber!] @access(class: CASE)',
      'cases: [CaseNumber!] @access(class: TECHNICAL)',
    );
    expect(staleWith({ schema })).toEqual(['docs/policy/russia.md']);
  });

  test('are stale once a release may last longer', () => {
    const policy = { ...russia.policy, longestReleaseDays: 181 };
    expect(staleWith({ policy })).toEqual(['docs/policy/russia.md']);
  });
});

describe('a row', () => {
  const page = policyPage({ ...russia, policy: policyWithRow('AR-AR--') });

  test('says yes, no, or that the dossier is asked', () => {
    expect(page).toContain(
      '| ANALYST | PREVENTION | yes | asks the dossier | no | yes | asks the dossier | no | no |',
    );
  });

  test('that the policy does not have says no to everything', () => {
    expect(page).toContain('| OVERSEER | INVESTIGATION | no | no | no | no | no | no | no |');
  });
});

describe('the fields of a dossier', () => {
  const type = russia.schema.getType('RussiaDossier');
  const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
  const told = policyPage(russia)
    .split('\n')
    .filter((line) => line.startsWith('| `RussiaDossier` |'))
    .flatMap((line) => [...line.matchAll(/(?:\| |<br>)`(\w+)`/g)].map(([, name]) => name))
    .filter((name) => name !== 'RussiaDossier');

  test('are all told, each under one class', () => {
    expect(told.sort()).toEqual([...names].sort());
  });
});

describe('what no release can give', () => {
  test('is told of each class that is never given abroad', () => {
    expect(policyPage(russia)).toContain('- VICTIM for any purpose');
  });

  test('is not told of a class that can be released for every purpose', () => {
    expect(policyPage(russia)).not.toContain('- IDENTITY for');
  });
});
