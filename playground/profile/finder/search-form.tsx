import { type FormEvent, useId, useState } from 'react';
import { agencyNames } from '../../../terms/agencies.ts';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { Stamp } from '../../answer/stamp.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Fold } from '../../parts/fold.tsx';
import { foundIn, type Searched } from '../found.ts';
import { FoundList } from '../found-list.tsx';
import {
  type Criteria,
  type CriterionField,
  criterionFields,
  noCriteria,
  operationFor,
  problemsIn,
} from './criteria.ts';
import { CriterionInput } from './criterion-input.tsx';
import { type Search, useSearch } from './use-search.ts';

const first = ['name', 'birthDate'] as const satisfies readonly CriterionField[];
const others = criterionFields.filter((field) => !first.some((each) => each === field));

function AgencyResult({ agency, outcome, isRekeying }: Searched) {
  const t = useMessages();
  // That an agency did not answer is told above.
  const isTold = outcome !== 'ANSWERED' && outcome !== 'UNAVAILABLE';
  if (!isTold && !isRekeying) return null;
  return (
    <p className="notice" data-outcome={outcome}>
      <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>:{' '}
      {isTold && titleOf(t, 'SearchOutcome', outcome)} {isRekeying && t('search.rekeying')}
    </p>
  );
}

function Results(props: {
  search: Exclude<Search, { state: 'idle' | 'asking' }>;
  onOpen: (dossier: string) => void;
  onAgain: () => void;
  onMore: () => void;
}) {
  const { search, onOpen, onAgain, onMore } = props;
  const t = useMessages();
  const { outcome, before } = search;
  const finding = outcome.state === 'answered' ? foundIn(outcome.answer) : undefined;
  const all = finding?.state === 'found' ? [...before, ...finding.found] : before;
  return (
    <>
      <Notices outcome={outcome} onAgain={onAgain} />
      {finding && finding.state !== 'found' && <GapShown gap={finding} />}
      {finding?.state === 'found' &&
        finding.agencies.map((searched) => <AgencyResult key={searched.agency} {...searched} />)}
      {finding?.state === 'found' && all.length === 0 && <p className="hint">{t('search.none')}</p>}
      {all.length > 0 && <FoundList found={all} onOpen={onOpen} />}
      {finding?.state === 'found' && finding.next !== undefined && (
        <p className="more">
          <button type="button" onClick={onMore}>
            {t('search.next')}
          </button>{' '}
          <span className="hint">{t('search.more', { count: all.length })}</span>
        </p>
      )}
    </>
  );
}

/** Finds a person by known facts, in the agencies that the officer chooses. */
export function SearchForm({ onOpen }: { onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const id = useId();
  const { mandate, missing } = useDesk();
  const [criteria, setCriteria] = useState<Criteria>(noCriteria);
  const [areAllShown, setAllShown] = useState(false);
  const { search, start, goOn } = useSearch();
  const problems = problemsIn(criteria);
  const operation = operationFor(criteria);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(criteria);
  };
  const change = (changed: Partial<Criteria>) => setCriteria((before) => ({ ...before, ...changed }));
  const input = (field: CriterionField) => (
    <CriterionInput
      key={field}
      field={field}
      value={criteria[field]}
      isWrong={problems.includes(field)}
      describedBy={`${id}-hint`}
      onChange={change}
    />
  );
  const isDateWrong = problems.includes('birthDate');
  const toCorrect = problems.filter((field) => field !== 'birthDate');
  return (
    <section className="search" aria-label={t('search.title')}>
      <h3>{t('search.title')}</h3>
      <form onSubmit={submit}>
        {first.map(input)}
        <div>
          <label htmlFor={`${id}-scope`}>{t('search.scope')}</label>
          <select
            id={`${id}-scope`}
            value={criteria.scope ?? ''}
            onChange={(event) =>
              change({ scope: agencyNames.find((agency) => agency === event.target.value) })
            }
          >
            <option value="">{t('search.scope.all')}</option>
            {agencyNames.map((agency) => (
              <option key={agency} value={agency}>
                {titleOf(t, 'Agency', agency)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" disabled={!operation || missing.length > 0}>
          {t('search.submit')}
        </button>
        <Fold className="criteria" line={t('search.allCriteria')} isOpen={areAllShown} onToggle={setAllShown}>
          <div className="grid">{others.map(input)}</div>
        </Fold>
        <p id={`${id}-hint`} className="hint">
          {t(isDateWrong ? 'search.birthDate.malformed' : 'search.birthDate.hint')}{' '}
          {toCorrect.length > 0 &&
            `${t('search.correct', { fields: toCorrect.map((field) => t(`criterion.${field}`)).join(', ') })} `}
          {t('search.shown')}
          {!mandate.case && <> {t('search.needsCase')}</>}
        </p>
      </form>
      <div aria-live="polite">
        {search.state === 'asking' && <p>{t('search.asking')}</p>}
        {search.state === 'asking' && search.before.length > 0 && (
          <FoundList found={search.before} onOpen={onOpen} />
        )}
        {search.state === 'done' && (
          <>
            <Stamp asked={search.asked} onAgain={() => start(search.criteria)} />
            <Results search={search} onOpen={onOpen} onAgain={() => start(search.criteria)} onMore={goOn} />
          </>
        )}
      </div>
    </section>
  );
}
