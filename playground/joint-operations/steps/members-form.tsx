import { useState } from 'react';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { MemberLine } from './member-line.tsx';
import { areMembers, membersInput, mostMembers, newMembers, withoutMember } from './members-draft.ts';
import type { StepProps } from './step-props.ts';
import type { MemberDraft } from './terms-draft.ts';

/** All members of this agency and who leads, in the place of those before. */
export function MembersForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [draft, setDraft] = useState(() => newMembers(half));
  const { members, lead } = draft;
  const change = (place: number, member: MemberDraft) =>
    setDraft({ lead, members: members.map((each, at) => (at === place ? member : each)) });
  const problemOf = (path: string) => {
    const problem = problemAt(steps.step, 'nameOperationMembers', path);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  const isWhole = areMembers(draft);
  return (
    <StepForm
      step="nameOperationMembers"
      isReady={isReady && isWhole}
      hint={!isWhole && t('draft.missing', { parts: t('operationPart.members') })}
      onSubmit={() =>
        steps.choose('nameOperationMembers', membersInput({ operation: id, version: half.version }, draft))
      }
    >
      <p className="hint wide">{t('operationForm.membersHint')}</p>
      <fieldset className="field lines" data-wide="true">
        <legend>{t('operationForm.members')}</legend>
        {members.map((member, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
          <div key={place} className="line">
            <MemberLine
              label={t('operationForm.officer')}
              member={member}
              problem={problemOf(`members.${place}`)}
              onChange={(changed) => change(place, changed)}
            >
              <label className="lead-choice">
                <input
                  type="radio"
                  name={`lead ${id}`}
                  checked={place === lead}
                  onChange={() => setDraft({ members, lead: place })}
                />
                {t('operationForm.isLead')}
              </label>
              <button
                type="button"
                aria-label={t('operationForm.remove', { place: place + 1 })}
                disabled={members.length === 1}
                onClick={() => setDraft(withoutMember(draft, place))}
              >
                ×
              </button>
            </MemberLine>
          </div>
        ))}
        {members.length < mostMembers && (
          <button
            type="button"
            onClick={() => setDraft({ lead, members: [...members, { officer: '', role: 'INVESTIGATOR' }] })}
          >
            + {t('operationForm.addMember')}
          </button>
        )}
      </fieldset>
    </StepForm>
  );
}
