import type { ReactNode } from 'react';
import type { OperationRole } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Field } from '../../parts/field.tsx';
import { longestOfficer, type MemberDraft } from './terms-draft.ts';

const roles = Object.keys(titles.OperationRole) as OperationRole[];

/** An officer of the own agency, by the name that its tokens have, and the role in which they take part. */
export function MemberLine(props: {
  label: string;
  member: MemberDraft;
  problem?: string | undefined;
  onChange: (member: MemberDraft) => void;
  children?: ReactNode;
}) {
  const { label, member, problem, onChange, children } = props;
  const t = useMessages();
  return (
    <>
      <Field label={label} problem={problem}>
        {(id, described, isWrong) => (
          <input
            id={id}
            aria-describedby={described}
            aria-invalid={isWrong}
            title={t('operationForm.officerHint')}
            value={member.officer}
            maxLength={longestOfficer}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange({ ...member, officer: target.value })}
          />
        )}
      </Field>
      <Choices
        label={t('operationForm.role')}
        value={member.role}
        values={roles}
        nameOf={(role) => titleOf(t, 'OperationRole', role)}
        onChoose={(role) => role && onChange({ ...member, role })}
      />
      {children}
    </>
  );
}
