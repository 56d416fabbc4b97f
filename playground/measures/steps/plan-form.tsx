import { type FormEvent, useState } from 'react';
import { agencies } from '../../../terms/agencies.ts';
import type { LegalBasis, SourceReliability } from '../../../terms/enums.ts';
import { isTargetOf, needsTarget, takesTarget } from '../../../terms/measure-targets.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { GapShown } from '../../answer/gap-shown.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { regions } from '../../messages/regions/en.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Choices, Field } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { describe } from '../../profile/profile-fields.ts';
import { problemAt } from '../../step/problem-at.ts';
import { firstDays, isDay, lastDays } from '../calendar/measure-day.ts';
import type { StepOn } from '../own/measure-on.ts';
import type { ShownMeasure } from '../own/own-measures.ts';
import type { Provision } from '../own/provision.ts';
import { regionName } from '../own/region-name.ts';
import {
  accuracies,
  fromDay,
  groundsOf,
  missingInPlan,
  newPlan,
  ofKind,
  type PlanDraft,
  planInput,
  withoutGone,
} from './plan-draft.ts';
import { beginWith, type FilledPlan, isOutdated, readAgain } from './plans-after.ts';
import type { StepParts } from './step-parts.ts';
import { plannedKinds, type Target, type Targets } from './targets.ts';

const reliabilities = Object.keys(titles.SourceReliability) as SourceReliability[];
const legalBases = Object.keys(titles.LegalBasis) as LegalBasis[];
const regionCodes = Object.keys(regions).map((key) => key.slice('region.'.length));

interface PartProps {
  draft: PlanDraft;
  onChange: (changed: Partial<PlanDraft>) => void;
  /** The fault that the agency found in a part of the plan. */
  problemOf: (part: string) => string | undefined;
}

/** A value of the dossier in words: what it is, then its kind. */
function useTargetName(): (target: Target) => string {
  const t = useMessages();
  return ({ field, value }) => {
    const { main, more } = describe(field, value, wordsIn(t));
    return more === '' ? main : `${main} (${more})`;
  };
}

function TargetChoice({
  draft,
  onChange,
  problemOf,
  known,
  isTargetGone,
}: PartProps & { known: Targets | undefined; isTargetGone: boolean }) {
  const t = useMessages();
  const nameOf = useTargetName();
  const { kind, target } = draft;
  if (kind === '' || !takesTarget(kind)) return null;
  const fitting = (known?.targets ?? []).filter((each) => isTargetOf(kind, each));
  // The target of a plan anew may be of a class that this officer may not read.
  const ids = [...new Set([...fitting.map(({ id }) => id), ...(target === '' ? [] : [target])])];
  return (
    <div className="wide">
      <Choices
        label={t('plan.target')}
        value={target}
        values={ids}
        empty={t(needsTarget(kind) ? 'draft.choose' : 'plan.noTarget')}
        nameOf={(id) => {
          const found = fitting.find((each) => each.id === id);
          return found ? nameOf(found) : id;
        }}
        onChoose={(chosen) => onChange({ target: chosen })}
        hint={known && fitting.length === 0 ? t('plan.noFitting') : undefined}
        problem={problemOf('target') ?? (isTargetGone ? t('plan.targetGone') : undefined)}
        isWide
      />
      {known?.gaps.map((gap) => (
        <GapShown key={JSON.stringify(gap)} gap={gap} />
      ))}
    </div>
  );
}

/** A day out of a calendar. */
function DayField(props: {
  label: string;
  hint: string;
  problem: string | undefined;
  value: string;
  least?: string;
  most?: string;
  onChange: (day: string) => void;
}) {
  const { label, hint, problem, value, least, most, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <input
          id={id}
          type="date"
          value={value}
          min={least}
          max={most}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function DaysChoice(props: PartProps & { today: string; onFrom: (from: string) => void }) {
  const { draft, onChange, problemOf, today, onFrom } = props;
  const t = useMessages();
  const first = firstDays(today);
  const last = isDay(draft.from) ? lastDays(draft.from) : undefined;
  return (
    <>
      <DayField
        label={t('plan.from')}
        hint={t('plan.fromHint')}
        problem={problemOf('window.from')}
        value={draft.from}
        least={first.from}
        most={first.until}
        onChange={onFrom}
      />
      <DayField
        label={t('plan.until')}
        hint={t('plan.untilHint')}
        problem={problemOf('window.until')}
        value={draft.until}
        {...(last && { least: last.from, most: last.until })}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}

/** The regions of the own country come first, each country's by their names. */
function useRegions(): string[] {
  const t = useMessages();
  // The prefix of an agency's ids is the code of its country.
  const { idPrefix } = agencies[useDesk().officer.viewer.agency];
  const rank = (code: string) => (code.startsWith(`${idPrefix}-`) ? 0 : 1);
  return [...regionCodes].sort(
    (one, other) =>
      rank(one) - rank(other) || regionName(t, one).localeCompare(regionName(t, other), t.locale),
  );
}

function GroundChoice({
  draft,
  onChange,
  problemOf,
  provisions,
}: PartProps & { provisions: readonly Provision[] }) {
  const t = useMessages();
  const grounds = groundsOf(draft.kind, provisions);
  const chosen = grounds.find(({ citation }) => citation === draft.ground);
  const isEmpty = draft.kind !== '' && provisions.length > 0 && grounds.length === 0;
  return (
    <Choices
      label={t('plan.ground')}
      value={draft.ground}
      values={grounds.map(({ citation }) => citation)}
      empty={t('draft.choose')}
      nameOf={(citation) =>
        `${citation}: ${grounds.find((each) => each.citation === citation)?.[t.locale] ?? ''}`
      }
      onChoose={(ground) => onChange({ ground })}
      hint={isEmpty ? t('plan.noGround') : chosen && !chosen.confirmed ? t('measure.check') : undefined}
      problem={problemOf('ground')}
      isWide
    />
  );
}

/** The source of the plan, and how long it is held. */
function SourceChoice({ draft, onChange, problemOf }: PartProps) {
  const t = useMessages();
  return (
    <>
      <Choices
        label={t('plan.reliability')}
        value={draft.reliability}
        values={reliabilities}
        nameOf={(each) => `${each}: ${titleOf(t, 'SourceReliability', each)}`}
        onChoose={(reliability) => reliability && onChange({ reliability })}
        problem={problemOf('provenance.sourceReliability')}
      />
      <Choices
        label={t('plan.accuracy')}
        value={draft.accuracy}
        values={accuracies}
        nameOf={(each) => t(`accuracy.${each}`)}
        onChoose={(accuracy) => accuracy && onChange({ accuracy })}
        problem={problemOf('provenance.informationAccuracy')}
      />
      <Choices
        label={t('plan.legalBasis')}
        value={draft.legalBasis}
        values={legalBases}
        nameOf={(each) => titleOf(t, 'LegalBasis', each)}
        onChoose={(legalBasis) => legalBasis && onChange({ legalBasis })}
        problem={problemOf('provenance.legalBasis')}
      />
      <DayField
        label={t('plan.retainUntil')}
        hint={t('plan.retainHint')}
        problem={problemOf('provenance.retainUntil')}
        value={draft.retainUntil}
        onChange={(retainUntil) => onChange({ retainUntil })}
      />
    </>
  );
}

/**
 * The form of a plan, new or anew.
 * @param props `on` names the dossier as it was read; whoever draws the form begins it anew after each of the officer's own plans
 */
export function PlanForm(
  props: Omit<StepParts, 'plans'> & { on: StepOn; measure: ShownMeasure | undefined; today: string },
) {
  const { on, measure, targets: known, provisions, today, isReady, steps } = props;
  const t = useMessages();
  const { mandate } = useDesk();
  const read = newPlan(measure, mandate.legalBasis);
  const [kept, setKept] = useState<FilledPlan>(() => beginWith(read));
  const [isSourceOpen, setSourceOpen] = useState(false);
  const form = readAgain(kept, read);
  const draft = withoutGone(form.draft, known);
  const setDraft = (changed: PlanDraft) => setKept({ begun: form.begun, draft: changed });
  const change = (changed: Partial<PlanDraft>) => setDraft({ ...form.draft, ...changed });
  const missing = missingInPlan(draft, provisions, today);
  const problemOf = (part: string): string | undefined => {
    const problem = problemAt(steps.step, 'planMeasure', `plan.${part}`);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  const part = { draft, onChange: change, problemOf };
  const regionsByName = useRegions();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    steps.choose('planMeasure', planInput(on, draft));
  };
  return (
    <form className="request-form" onSubmit={submit}>
      {measure && isOutdated(form, read) && <p className="notice wide">{t('measures.planChanged')}</p>}
      <Choices
        label={t('plan.kind')}
        value={draft.kind}
        values={plannedKinds}
        empty={t('draft.choose')}
        nameOf={(kind) => titleOf(t, 'MeasureKind', kind)}
        onChoose={(kind) => setDraft(ofKind(draft, kind, { targets: known?.targets ?? [], provisions }))}
        problem={problemOf('kind')}
      />
      <Choices
        label={t('plan.region')}
        value={draft.region}
        values={regionsByName}
        empty={t('plan.noRegion')}
        nameOf={(region) => regionName(t, region)}
        onChoose={(region) => change({ region })}
        problem={problemOf('region')}
      />
      <DaysChoice {...part} today={today} onFrom={(from) => setDraft(fromDay(form.draft, from))} />
      <TargetChoice {...part} known={known} isTargetGone={draft !== form.draft} />
      <GroundChoice {...part} provisions={provisions} />
      <div className="wide">
        <Fold
          line={t('plan.source', { grade: `${draft.reliability}${draft.accuracy}` })}
          isOpen={isSourceOpen || problemOf('provenance') !== undefined}
          onToggle={setSourceOpen}
        >
          <div className="request-form">
            <SourceChoice {...part} />
          </div>
        </Fold>
      </div>
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || missing.length > 0}>
          {t('step.planMeasure')}
        </button>
        {missing.length > 0 && (
          <span className="hint">
            {t('draft.missing', { parts: missing.map((each) => t(`planPart.${each}`)).join(', ') })}
          </span>
        )}
      </p>
    </form>
  );
}
