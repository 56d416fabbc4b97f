import { useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Line, Words } from '../../parts/field.tsx';
import { askedClasses } from '../../requests/steps/draft.ts';
import type { Problem } from '../../step/acted.ts';
import { problemsOf } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import type { StepProps } from '../steps/step-props.ts';
import {
  dossiersIn,
  dossiersOffered,
  longestReason,
  missingInReleases,
  newReleases,
  type ReleasesDraft,
  releaseProblems,
  releasesInput,
  withChoice,
} from './releases-draft.ts';

/** Choices out of a list, as many as one likes, each with what the agency found wrong there. */
function CheckedChoices<Value extends string>(props: {
  legend: string;
  values: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => string;
  problemOf?: (value: Value) => string | undefined;
  problem?: string | undefined;
  onChange: (chosen: Value[]) => void;
}) {
  const { legend, values, chosen, nameOf, problemOf, problem, onChange } = props;
  return (
    <fieldset className="field choices" data-wide="true">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => onChange(withChoice(values, chosen, value, target.checked))}
          />
          <span>
            {nameOf(value)} {problemOf?.(value) && <span className="problem">{problemOf(value)}</span>}
          </span>
        </label>
      ))}
      {problem !== undefined && <p className="problem">{problem}</p>}
    </fieldset>
  );
}

/** Drafts releases for an operation: of own dossiers of its links, or of another one, with the classes and one reason for all of them. */
export function DraftReleasesForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const { agency: own } = useDesk().officer.viewer;
  const [draft, setDraft] = useState(newReleases);
  const [sent, setSent] = useState<readonly string[]>([]);
  const change = (changed: Partial<ReleasesDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const offered = dossiersOffered(half.origins, own);
  const missing = missingInReleases(draft, own);
  const problems = releaseProblems(problemsOf(steps.step, 'draftOperationReleases'), sent);
  const inWords = (problem: Problem | undefined) => problem && titleOf(t, 'ProblemCode', problem.code);
  const other = draft.other.trim().toUpperCase();
  const ofDossier = (dossier: string) => inWords(problems.ofDossier.get(dossier));
  return (
    <StepForm
      step="draftOperationReleases"
      isReady={isReady && missing.length === 0}
      hint={
        missing.length > 0 &&
        t('draft.missing', { parts: missing.map((part) => t(`releasesPart.${part}`)).join(', ') })
      }
      onSubmit={() => {
        setSent(dossiersIn(draft));
        steps.choose(
          'draftOperationReleases',
          releasesInput({ operation: id, version: half.version }, draft),
        );
      }}
    >
      {offered.length > 0 && (
        <CheckedChoices
          legend={t('operationReleases.dossiers')}
          values={offered}
          chosen={draft.chosen}
          nameOf={(dossier) => dossier}
          problemOf={ofDossier}
          problem={inWords(problems.dossiers)}
          onChange={(chosen) => change({ chosen })}
        />
      )}
      <Line
        label={t('operationReleases.other')}
        value={draft.other}
        longest={60}
        isCode
        hint={t('operationReleases.otherHint')}
        problem={
          (offered.includes(other) ? undefined : ofDossier(other)) ??
          (offered.length === 0 ? inWords(problems.dossiers) : undefined)
        }
        onChange={(typed) => change({ other: typed.toUpperCase() })}
      />
      <CheckedChoices
        legend={t('operationReleases.classes')}
        values={askedClasses}
        chosen={draft.classes}
        nameOf={(each) => titleOf(t, 'InformationClass', each)}
        problem={inWords(problems.classes)}
        onChange={(classes) => change({ classes })}
      />
      <Words
        label={t('operationReleases.reason')}
        hint={t('operationReleases.reasonHint')}
        value={draft.reason}
        longest={longestReason}
        problem={inWords(problems.reason)}
        onChange={(reason) => change({ reason })}
      />
    </StepForm>
  );
}
