import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { isDossierId } from '../../identity/agencies.ts';
import type { Answer } from '../answer/answer.ts';
import { Outcome } from '../answer/outcome.tsx';
import { useDesk } from '../desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Run } from '../query/runs.ts';
import { HalvesTable } from './halves-table.tsx';
import { profileQuery, surroundingsQuery } from './profile-query.ts';
import { SurroundingsView } from './surroundings-view.tsx';

interface Asked {
  run: Run;
  surroundings: Answer | undefined;
}

/** One person as both agencies know him, each gap with its reason, and what stands around him. */
export function Profile({ wanted }: { wanted: string }) {
  const t = useMessages();
  const { ask } = useDesk();
  const field = useId();
  const [id, setId] = useState(wanted);
  const [asked, setAsked] = useState<Asked>({ run: { state: 'idle' }, surroundings: undefined });
  const isMalformed = id !== '' && !isDossierId(id);

  const open = useCallback(
    async (dossier: string) => {
      setAsked({ run: { state: 'sending' }, surroundings: undefined });
      const variables = { id: dossier };
      const [profile, around] = await Promise.all([
        ask({ query: profileQuery, variables }),
        ask({ query: surroundingsQuery, variables }),
      ]);
      const operation = { query: profileQuery, variables };
      setAsked({
        run: { state: 'done', operation, key: undefined, outcome: profile },
        surroundings: around.state === 'answered' ? around.answer : undefined,
      });
    },
    [ask],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (wanted === '') return;
    setId(wanted);
    void open(wanted);
  }, [wanted]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDossierId(id)) void open(id);
  };
  const { run, surroundings } = asked;
  const answer = run.state === 'done' && run.outcome.state === 'answered' ? run.outcome.answer : undefined;
  return (
    <div className="profile">
      <form onSubmit={submit} className="open">
        <label htmlFor={field}>{t('profile.id')}</label>
        <input
          id={field}
          value={id}
          onChange={(event) => setId(event.target.value.trim().toUpperCase())}
          placeholder="BY-… / RU-…"
          aria-invalid={isMalformed}
          aria-describedby={`${field}-hint`}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="primary" disabled={!isDossierId(id)}>
          {t('profile.open')}
        </button>
        <p id={`${field}-hint`} className="hint">
          {t(isMalformed ? 'profile.malformed' : 'profile.hint')}
        </p>
      </form>
      {run.state !== 'idle' && <Outcome run={run} onAgain={() => undefined} />}
      {answer && <HalvesTable answer={answer} />}
      {surroundings && (
        <SurroundingsView
          answer={surroundings}
          onOpen={(dossier) => {
            setId(dossier);
            void open(dossier);
          }}
        />
      )}
    </div>
  );
}
