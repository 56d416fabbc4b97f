import type { AskedRecord } from '../../../playground/desk/asked-record.ts';
import { type Criteria, noCriteria } from '../../../playground/profile/finder/criteria.ts';
import {
  type AnswerDraft,
  answerInput,
  formalGrounds,
  groundsOpen,
  kindsOpen,
  missingInAnswer,
  newAnswer,
} from '../../../playground/requests/steps/answer-draft.ts';
import {
  askedClasses,
  type Draft,
  draftInput,
  fewestKinds,
  missingInDraft,
  newDraft,
} from '../../../playground/requests/steps/draft.ts';
import { formalGrounds as formalAtTheAgency } from '../../../subgraphs/agency/records/requests/information-request.ts';
import { decidedClasses, refusalGrounds, requestAnswerKinds } from '../../../terms/enums.ts';
import { fewestKindsAbroad } from '../../../terms/search-exchange.ts';
import { accepted, arrived } from './half.ts';

const hit: AskedRecord = { kind: 'hit', name: 'RUH-H60CSM9BRGGVV6J2GAMK', agency: 'RUSSIA' };
const filled: Draft = { ...newDraft('BELARUS', hit), offence: '209', necessity: ' Calls came from them ' };

describe('the form of a new request', () => {
  test('from a hit has its reference, and the agency that gave it', () => {
    expect(newDraft('BELARUS', hit)).toMatchObject({ to: 'RUSSIA', subject: hit });
    expect(newDraft('RUSSIA')).toMatchObject({ to: 'BELARUS', subject: { kind: 'hit', name: '' } });
  });

  test('is sent as the schema has it', () => {
    expect(missingInDraft(filled)).toEqual([]);
    expect(draftInput(filled)).toEqual({
      to: 'RUSSIA',
      subject: { hit: hit.name },
      classes: ['IDENTITY'],
      urgency: 'OTHER',
      offence: '209',
      necessity: 'Calls came from them',
    });
  });

  test('names all that it lacks at once', () => {
    expect(missingInDraft({ ...newDraft('BELARUS'), classes: [] })).toEqual([
      'subject',
      'classes',
      'offence',
      'necessity',
    ]);
    expect(missingInDraft({ ...filled, necessity: '  ' })).toEqual(['necessity']);
  });

  const own = 'BY-7Q4KZ0XN3VDH9TRC';
  const theirs = 'RU-E58GM1WYB6PJ2SAF';
  test.each<[AskedRecord['kind'], string, boolean]>([
    ['hit', hit.name, true],
    ['hit', 'H60CSM9BRGGVV6J2GAMKX', true],
    ['hit', theirs, false],
    ['hit', 'Ivanou', false],
    ['dossier', theirs, true],
    ['dossier', own, false],
    ['linkOf', own, true],
    ['linkOf', theirs, false],
  ])('with %s %s is whole: %s', (kind, name, isWhole) => {
    expect(missingInDraft({ ...filled, subject: { kind, name } })).toEqual(isWhole ? [] : ['subject']);
  });

  const known = (criteria: Partial<Criteria>): Draft => ({
    ...filled,
    subject: { kind: 'criteria', name: '' },
    criteria: { ...noCriteria, ...criteria },
  });

  test('takes as many kinds of evidence for enough as the agencies do', () => {
    expect(fewestKinds).toBe(fewestKindsAbroad);
  });

  test('by what is known of a person is sent as criteria, without what is empty', () => {
    const draft = known({ name: 'Иванов Иван', birthDate: '12.03.1985', phone: ' ' });
    expect(missingInDraft(draft)).toEqual([]);
    expect(missingInDraft(known({ name: 'Иванов Иван' }))).toEqual([]);
    expect(draftInput(draft).subject).toEqual({
      criteria: { name: 'Иванов Иван', birthDate: '1985-03-12' },
    });
  });

  test.each<[Partial<Criteria>]>([
    [{}],
    [{ phone: '+375291234567' }],
    [{ phone: '+375291234567', sex: 'MALE' }],
    [{ name: 'Иванов', birthDate: 'in spring' }],
    [{ name: 'Иванов', documentNumber: 'MP1234567' }],
  ])('by %j, fewer than two kinds of evidence or a wrong one, is not whole', (criteria) => {
    expect(missingInDraft(known(criteria))).toEqual(['subject']);
  });

  test('offers every class that can be asked for', () => {
    expect([...askedClasses].sort()).toEqual([...decidedClasses].sort());
  });
});

describe('the form of an answer', () => {
  test('has the grounds of form that the agencies have', () => {
    expect(formalGrounds).toEqual(formalAtTheAgency);
  });

  test('offers before the form was found in order an answer on it alone, and after that every other', () => {
    expect(kindsOpen(arrived)).toEqual(['REFUSED', 'IMPOSSIBLE']);
    expect(groundsOpen(arrived, refusalGrounds)).toEqual(formalGrounds);
    expect(new Set([...kindsOpen(arrived), ...kindsOpen(accepted)])).toEqual(new Set(requestAnswerKinds));
    expect(groundsOpen(accepted, refusalGrounds)).not.toContain('INCOMPLETE');
    expect(
      [...groundsOpen(arrived, refusalGrounds), ...groundsOpen(accepted, refusalGrounds)].sort(),
    ).toEqual([...refusalGrounds].sort());
  });

  const until = '2026-12-24T18:00';
  const granted: AnswerDraft = { ...newAnswer(accepted), until };
  test.each<[Partial<AnswerDraft>, string[]]>([
    [{}, []],
    [{ until: '' }, ['until']],
    [{ kind: 'PARTIAL' }, ['withheld']],
    [{ kind: 'PARTIAL', withheld: { CONTACT: 'SAFETY', IDENTITY: 'SAFETY' } }, ['withheld']],
    [{ kind: 'PARTIAL', withheld: { CONTACT: 'SAFETY' } }, []],
    [{ kind: 'REFUSED' }, ['ground']],
    [{ kind: 'NO_DATA', until: '' }, []],
    [{ handling: 'H3' }, ['remark']],
    [{ handling: 'H3', remark: 'Ask before use' }, []],
  ])('%j lacks %j', (changed, missing) => {
    expect(missingInAnswer({ ...granted, ...changed }, accepted)).toEqual(missing);
  });

  test.each<[Partial<AnswerDraft>, object]>([
    [{}, { kind: 'GRANTED', until: new Date(until).toISOString() }],
    [
      { kind: 'PARTIAL', withheld: { CONTACT: 'SAFETY' }, remark: ' By post ' },
      {
        kind: 'PARTIAL',
        until: new Date(until).toISOString(),
        classes: ['IDENTITY'],
        withheld: [{ class: 'CONTACT', ground: 'SAFETY' }],
        remark: 'By post',
      },
    ],
    // The parts of another kind that were filled in before are not sent.
    [
      { kind: 'REFUSED', ground: 'SECURITY', withheld: { CONTACT: 'SAFETY' } },
      { kind: 'REFUSED', ground: 'SECURITY' },
    ],
    [{ kind: 'NO_DATA', ground: 'SECURITY' }, { kind: 'NO_DATA' }],
  ])('%j is sent with what its kind has', (changed, input) => {
    expect(answerInput('BYQ-1', { ...granted, ...changed }, accepted)).toEqual({
      request: 'BYQ-1',
      handling: 'H0',
      ...input,
    });
  });

  test('names the dossier that it is about where another one was chosen', () => {
    const answer = { ...newAnswer(accepted), kind: 'NO_DATA' as const, dossier: 'BY-7Q4KZ0XN3VDH9TRC' };
    expect(answerInput('BYQ-1', answer, accepted)).toMatchObject({ dossier: 'BY-7Q4KZ0XN3VDH9TRC' });
  });
});
