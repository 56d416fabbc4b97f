import { useState } from 'react';
import { type Column, RecordsTable } from '../../list/records-table.tsx';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { ToProfile } from '../../profile/finder/to-profile.tsx';
import { problemAt } from '../../step/problem-at.ts';
import type { Steps } from '../../step/use-step.ts';
import type { ReleaseStep } from '../own/operation-steps.ts';
import type { OperationHalf, ReleaseDraft } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';

const decisions = ['proposeOperationRelease', 'dropOperationRelease'] as const;

/** The drafts of releases that wait, each with the decisions on it that are this officer's. */
export function ReleaseDraftsTable(props: {
  id: string;
  half: OperationHalf;
  open: readonly ReleaseStep[];
  isReadyFor: (step: ReleaseStep) => boolean;
  steps: Steps;
  ways: Ways;
}) {
  const { id, half, open, isReadyFor, steps, ways } = props;
  const t = useMessages();
  /** The draft that was decided on last, in whose row a problem stands. */
  const [decided, setDecided] = useState<string>();
  const offered = decisions.filter((step) => open.includes(step));
  const decide = (step: (typeof decisions)[number], draft: string) => {
    setDecided(draft);
    steps.choose(step, { operation: id, version: half.version, draft });
  };
  const problemOf = (draft: ReleaseDraft) => {
    if (draft.id !== decided) return undefined;
    const problem = decisions.map((step) => problemAt(steps.step, step, 'draft')).find(Boolean);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  const columns: Column<ReleaseDraft>[] = [
    {
      title: t('operationReleases.dossier'),
      cell: ({ dossier }) => <ToProfile id={dossier} onOpen={ways.onOpen} />,
    },
    {
      title: t('operationReleases.classes'),
      className: 'words',
      cell: ({ classes }) => classes.map((each) => titleOf(t, 'InformationClass', each)).join(', '),
    },
    {
      title: t('operationReleases.reason'),
      className: 'words',
      cell: ({ reason }) => <ShownText>{reason}</ShownText>,
    },
    { title: t('operation.by'), className: 'words', cell: ({ by }) => <ShownText>{by}</ShownText> },
    { title: t('operation.at'), className: 'words', cell: ({ at }) => wordsIn(t).moment(at) },
  ];
  if (offered.length > 0)
    columns.push({
      title: t('operationReleases.decision'),
      cell: (draft) => (
        <>
          {offered.map((step) => (
            <button
              key={step}
              type="button"
              disabled={!isReadyFor(step)}
              onClick={() => decide(step, draft.id)}
            >
              {t(`step.${step}`)}
            </button>
          ))}
          {problemOf(draft) && <p className="problem">{problemOf(draft)}</p>}
        </>
      ),
    });
  return (
    <RecordsTable
      caption={t('operationReleases.waiting')}
      columns={columns}
      items={half.releaseDrafts}
      keyOf={(draft) => draft.id}
    />
  );
}
