import { daysLater, firstDays, isDay } from '../../measures/calendar/measure-day.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices } from '../../parts/field.tsx';
import type { Offence } from '../../requests/half/own-requests.ts';
import { problemAt } from '../../step/problem-at.ts';
import type { Steps } from '../../step/use-step.ts';
import { DayField } from './day-field.tsx';
import { MemberLine } from './member-line.tsx';
import { OriginLines } from './origin-lines.tsx';
import { mostDays, type TermsDraft } from './terms-draft.ts';

interface Fields {
  draft: TermsDraft;
  onChange: (changed: Partial<TermsDraft>) => void;
}

function Offences({ draft, onChange, articles }: Fields & { articles: readonly Offence[] }) {
  const t = useMessages();
  const toggle = (code: string, isChosen: boolean) =>
    onChange({
      offences: isChosen ? [...draft.offences, code] : draft.offences.filter((each) => each !== code),
    });
  return (
    <fieldset className="field choices" data-wide="true">
      <legend>{t('operationForm.offences')}</legend>
      {articles.map((article) => (
        <label key={article.code}>
          <input
            type="checkbox"
            checked={draft.offences.includes(article.code)}
            onChange={({ target }) => toggle(article.code, target.checked)}
          />
          <span>
            {article.code} {article[t.locale]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The fields of an offer: code name, days, offences, records that it grows from, and who leads it here. */
export function TermsFields(
  props: Fields & {
    step: 'proposeOperation' | 'sendBackOperation';
    steps: Steps;
    today: string;
    names: readonly string[] | undefined;
    articles: readonly Offence[];
  },
) {
  const { draft, onChange, step, steps, today, names = [], articles } = props;
  const t = useMessages();
  const problemOf = (path: string): string | undefined => {
    const problem = problemAt(steps.step, step, path);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  const first = firstDays(today);
  // An answer may keep the name of the offer, which this agency gives to no other operation.
  const listed = draft.name === '' || names.includes(draft.name) ? names : [draft.name, ...names];
  return (
    <>
      <Choices
        label={t('operationForm.name')}
        value={draft.name}
        values={listed}
        empty={t('draft.choose')}
        nameOf={(name) => name}
        onChoose={(name) => onChange({ name })}
        hint={props.names?.length === 0 ? t('operationForm.noNames') : undefined}
        problem={problemOf('terms.name')}
      />
      <DayField
        label={t('operationForm.from')}
        hint={t('operationForm.fromHint')}
        value={draft.from}
        among={first}
        problem={problemOf('terms.from')}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={t('operationForm.until')}
        hint={t('operationForm.untilHint')}
        value={draft.until}
        among={
          isDay(draft.from)
            ? { from: draft.from, until: daysLater(draft.from, mostDays - 1) }
            : { from: today, until: daysLater(first.until, mostDays - 1) }
        }
        problem={problemOf('terms.until')}
        onChange={(until) => onChange({ until })}
      />
      <Offences draft={draft} onChange={onChange} articles={articles} />
      <OriginLines
        origins={draft.origins}
        problem={problemOf('terms.origins')}
        onChange={(origins) => onChange({ origins })}
      />
      <MemberLine
        label={t('operationForm.lead')}
        member={draft.lead}
        problem={problemOf('lead')}
        onChange={(lead) => onChange({ lead })}
      />
    </>
  );
}
