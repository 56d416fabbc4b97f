import { sentenceOf } from '../../../../subgraphs/agency/permissions/advice.ts';
import { adviceOf } from '../../../../subgraphs/agency/permissions/advice-of.ts';
import { policy } from '../../../../subgraphs/russia/policy.ts';
import type { RedactionReason } from '../../../../terms/enums.ts';

type Asked = Parameters<typeof adviceOf>[1];
const advice = (reason: RedactionReason, changed: Partial<Asked> = {}) =>
  adviceOf(reason, {
    contactPoint: 'liaison@example.org',
    side: 'foreign',
    table: policy.table,
    held: ['ANALYST'],
    informationClass: 'CASE',
    ...changed,
  });
const remedy = (reason: RedactionReason, changed: Partial<Asked> = {}) =>
  sentenceOf(advice(reason, changed), {
    owner: 'RUSSIA',
    informationClass: changed.informationClass ?? 'CASE',
  });

describe('the remedy for a field that is withheld', () => {
  test('names the roles that read its class, whatever theirs', () => {
    expect(remedy('ROLE')).toBe(
      'Your role may not read CASE of RUSSIA; INVESTIGATOR, LIAISON or SUPERVISOR may for some purposes. Ask a colleague with that role.',
    );
  });

  test('says so when no role of the agency reads it', () => {
    expect(remedy('ROLE', { informationClass: 'VICTIM' })).toBe(
      'RUSSIA lets nobody of your agency read VICTIM.',
    );
    expect(remedy('ROLE', { informationClass: 'VICTIM', side: 'own' })).toContain(
      'INVESTIGATOR or SUPERVISOR',
    );
  });

  test('names the purposes for which their own role reads it, and none where there is none', () => {
    expect(remedy('PURPOSE', { held: ['INVESTIGATOR'] })).toBe(
      'Not for this purpose. Your role may read it for SOLVING or INVESTIGATION, if that is your purpose.',
    );
    expect(remedy('PURPOSE')).toBe('Not for this purpose.');
  });

  test('names the roles that take the action where an action is wanting', () => {
    const reads = { action: 'readReads', informationClass: 'OPEN' } as const;
    expect(remedy('ROLE', { ...reads, side: 'own' })).toBe(
      'This is for the OVERSEER of RUSSIA. Ask a colleague with that role.',
    );
    expect(remedy('ROLE', reads)).toBe('RUSSIA keeps this to its own officers.');
  });

  test('of a case is another for the owner’s viewers than for others', () => {
    expect(remedy('CASE', { side: 'own' })).toContain('concord-case');
    expect(remedy('CASE')).toContain('liaison@example.org');
  });

  test.each([
    ['LEGAL_BASIS', 'NATIONAL_LAW does not open'],
    ['NOT_RELEASED', 'Ask liaison@example.org to release CASE'],
    ['RELEASE_EXPIRED', 'The release has ended'],
    ['RELEASE_RECALLED', 'RUSSIA has recalled the release'],
  ] as const)('of %s says what to do', (reason, text) => {
    expect(remedy(reason)).toContain(text);
  });

  test('is a code with all that its sentence names, and nothing else', () => {
    expect(advice('ROLE')).toEqual({ code: 'OTHER_ROLE', roles: ['INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] });
    expect(advice('PURPOSE', { held: ['INVESTIGATOR'] })).toEqual({
      code: 'OTHER_PURPOSE',
      purposes: ['SOLVING', 'INVESTIGATION'],
    });
    expect(advice('NOT_RELEASED')).toEqual({ code: 'ASK_RELEASE', contactPoint: 'liaison@example.org' });
    expect(advice('ROLE', { informationClass: 'VICTIM' })).toEqual({ code: 'NOBODY' });
    expect(advice('LEGAL_BASIS')).toEqual({ code: 'NAME_AGREEMENT' });
  });
});
