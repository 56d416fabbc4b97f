import { type FormEvent, useId, useState } from 'react';
import { agencyNames } from '../../terms/agencies.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { lastOne } from '../wire/last-one.ts';
import { type Criteria, isDate, operationFor } from './criteria.ts';
import { foundIn, type Searched } from './found.ts';
import { FoundList } from './found-list.tsx';

type Search = { state: 'idle' } | { state: 'asking' } | { state: 'done'; outcome: Outcome; asked: Asked };

function AgencyResult({ agency, outcome }: Searched) {
  const t = useMessages();
  if (outcome === 'ANSWERED') return null;
  return (
    <p className="notice" data-outcome={outcome}>
      <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>: {titleOf(t, 'SearchOutcome', outcome)}
    </p>
  );
}

function Results({ outcome, onOpen }: { outcome: Outcome; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  if (outcome.state !== 'answered') return <Notices outcome={outcome} />;
  const finding = foundIn(outcome.answer);
  if (finding.state !== 'found')
    return (
      <>
        <Notices outcome={outcome} />
        <GapShown gap={finding} />
      </>
    );
  const { found, hasMore, agencies } = finding;
  return (
    <>
      <Notices outcome={outcome} />
      {agencies.map((searched) => (
        <AgencyResult key={searched.agency} {...searched} />
      ))}
      {found.length === 0 && <p className="hint">{t('search.none')}</p>}
      {found.length > 0 && <FoundList found={found} onOpen={onOpen} />}
      {hasMore && <p className="notice">{t('search.more', { count: found.length })}</p>}
    </>
  );
}

/** Finds a person by known facts, in the agencies that the officer chooses. */
export function SearchForm({ onOpen }: { onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const id = useId();
  const { ask, mandate, missing } = useDesk();
  const [criteria, setCriteria] = useState<Criteria>({ name: '', birthDate: '', scope: undefined });
  const [search, setSearch] = useState<Search>({ state: 'idle' });
  const [begin] = useState(lastOne);
  const isMalformed = criteria.birthDate !== '' && !isDate(criteria.birthDate);
  const operation = operationFor(criteria);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!operation) return;
    const isLast = begin();
    const asked = askedNow(mandate);
    setSearch({ state: 'asking' });
    const outcome = await ask(operation);
    if (isLast()) setSearch({ state: 'done', outcome, asked });
  };
  const change = (changed: Partial<Criteria>) => setCriteria((before) => ({ ...before, ...changed }));
  return (
    <section className="search" aria-label={t('search.title')}>
      <h2>{t('search.title')}</h2>
      <form onSubmit={submit}>
        <div>
          <label htmlFor={`${id}-name`}>{t('search.name')}</label>
          <input
            id={`${id}-name`}
            value={criteria.name}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-birth`}>{t('search.birthDate')}</label>
          <input
            id={`${id}-birth`}
            value={criteria.birthDate}
            placeholder="1985-03-12"
            autoComplete="off"
            aria-invalid={isMalformed}
            aria-describedby={`${id}-hint`}
            onChange={(event) => change({ birthDate: event.target.value.trim() })}
          />
        </div>
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
        <p id={`${id}-hint`} className="hint">
          {t(isMalformed ? 'search.birthDate.malformed' : 'search.birthDate.hint')} · {t('search.shown')}
          {!mandate.case && <> {t('search.needsCase')}</>}
        </p>
      </form>
      <div aria-live="polite">
        {search.state === 'asking' && <p>{t('search.asking')}</p>}
        {search.state === 'done' && (
          <>
            <Stamp asked={search.asked} onAgain={() => void submit()} />
            <Results outcome={search.outcome} onOpen={onOpen} />
          </>
        )}
      </div>
    </section>
  );
}
