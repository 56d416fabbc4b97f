import type { ReactNode } from 'react';
import type { Agency } from '../../../terms/agencies.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Fact } from '../../parts/fact.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import type { OperationEvaluation, OperationHalf } from '../own/own-operations.ts';

function Lessons({ lessons }: { lessons: OperationEvaluation['worked'] }) {
  const t = useMessages();
  if (lessons.length === 0) return <span className="none">{t('operation.noLesson')}</span>;
  return (
    <ul className="plain">
      {lessons.map((lesson) => (
        <li key={lesson}>{titleOf(t, 'OperationLesson', lesson)}</li>
      ))}
    </ul>
  );
}

/** What an agency says worked and what did not; before it has said so, that it has not. */
function Evaluation({ evaluation }: { evaluation: OperationEvaluation | null }) {
  const t = useMessages();
  if (!evaluation)
    return (
      <Fact name={t('operation.evaluation')}>
        <span className="none">{t('operation.notEvaluated')}</span>
      </Fact>
    );
  const { at, worked, failed, words } = evaluation;
  return (
    <>
      <Fact name={t('operation.worked')}>
        <Lessons lessons={worked} />
      </Fact>
      <Fact name={t('operation.failed')}>
        <Lessons lessons={failed} />
      </Fact>
      {words !== null && (
        <Fact name={t('operation.words')}>
          <ShownText>{words}</ShownText>
        </Fact>
      )}
      <Fact name={t('operation.evaluatedAt')}>{wordsIn(t).moment(at)}</Fact>
    </>
  );
}

function OwnMembers({ half }: { half: OperationHalf }) {
  const t = useMessages();
  const { members, lead } = half;
  if (members.length === 0) return <span className="none">{t('operation.noMembers')}</span>;
  return (
    <ul className="plain">
      {members.map(({ officer, role, isSuspended }) => (
        <li key={officer}>
          <ShownText>{officer}</ShownText> <small>{titleOf(t, 'OperationRole', role)}</small>{' '}
          {officer === lead && <span className="badge lead">{t('operation.lead')}</span>}{' '}
          {isSuspended && <span className="badge overdue">! {t('operation.suspendedOfficer')}</span>}
        </li>
      ))}
    </ul>
  );
}

function OtherMembers({ half: { otherMembers } }: { half: OperationHalf }) {
  const t = useMessages();
  const { amount } = wordsIn(t);
  if (otherMembers.length === 0) return <span className="none">{t('operation.noMembers')}</span>;
  const all = otherMembers.reduce((sum, { members }) => sum + members, 0);
  return (
    <ul className="plain">
      {otherMembers.map(({ role, members }) => (
        <li key={role}>
          {titleOf(t, 'OperationRole', role)}: {amount(String(members))}
        </li>
      ))}
      <li>
        <small>{t('operation.inAll', { count: amount(String(all)) })}</small>
      </li>
    </ul>
  );
}

function Half(props: {
  agency: Agency;
  title: string;
  caseNumber: string | null;
  isHolding: boolean | undefined;
  evaluation: OperationEvaluation | null | undefined;
  children: ReactNode;
}) {
  const { agency, title, caseNumber, isHolding, evaluation, children } = props;
  const t = useMessages();
  return (
    <section className="operation-half" data-agency={agency} aria-label={title}>
      <h3>{title}</h3>
      <dl className="facts">
        <Fact name={t('operation.case')}>
          {caseNumber === null ? (
            <span className="none">{t('operation.noCase')}</span>
          ) : (
            <span className="whole">{caseNumber}</span>
          )}
        </Fact>
        <Fact name={t('operation.members')}>{children}</Fact>
        {isHolding !== undefined && <Fact name={t('operation.stands')}>{t(`value.${!isHolding}`)}</Fact>}
        {evaluation !== undefined && <Evaluation evaluation={evaluation} />}
      </dl>
    </section>
  );
}

/** Both halves side by side: the own one, and what the other agency has told of its own. */
export function OperationHalves({ half, own }: { half: OperationHalf; own: Agency }) {
  const t = useMessages();
  const { agency, state } = half;
  const isSuspended = state === 'SUSPENDED';
  const isOver = state === 'ENDED' || state === 'EVALUATED';
  return (
    <div className="operation-halves">
      <Half
        agency={own}
        title={t('operation.half', { agency: titleOf(t, 'Agency', own) })}
        caseNumber={half.case}
        isHolding={isSuspended ? half.isSuspendedHere : undefined}
        evaluation={isOver ? half.evaluation : undefined}
      >
        <OwnMembers half={half} />
      </Half>
      <Half
        agency={agency}
        title={t('operation.otherHalf', { agency: titleOf(t, 'Agency', agency) })}
        caseNumber={half.otherCase}
        isHolding={isSuspended ? half.isSuspendedThere : undefined}
        evaluation={isOver ? half.otherEvaluation : undefined}
      >
        <OtherMembers half={half} />
      </Half>
    </div>
  );
}
