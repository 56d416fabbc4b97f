import { AskButton } from '../desk/ask-button.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { Evidence } from './evidence.tsx';
import type { Found, Match } from './found.ts';

function Why({ match }: { match: Match }) {
  const t = useMessages();
  return (
    <div>
      <span data-agency={match.agency}>{titleOf(t, 'Agency', match.agency)}</span>{' '}
      {match.isAssociation && <span className="badge">{t('match.association')}</span>}
      {!match.band && !match.isAssociation && <span className="none">{t('match.below')}</span>}
      <Evidence band={match.band} kinds={match.evidence} />
    </div>
  );
}

/** The persons who were found, and why; a dossier leads to its profile, a hit to its owner. */
export function FoundList({ found, onOpen }: { found: readonly Found[]; onOpen: (dossier: string) => void }) {
  const t = useMessages();
  const { moment } = wordsIn(t);
  return (
    <table className="found-list">
      <thead>
        <tr>
          <th scope="col">{t('search.person')}</th>
          <th scope="col">{t('search.why')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ dossiers, hit, matches }) => (
          <tr key={dossiers[0]?.id ?? hit?.reference}>
            <td>
              {dossiers.map(({ id, name }) => (
                <p key={id}>
                  <button type="button" className="link" onClick={() => onOpen(id)}>
                    {id}
                  </button>{' '}
                  <ShownText>{name ?? t('search.unnamed')}</ShownText>
                </p>
              ))}
              {hit && (
                <>
                  <p>{t('match.hit', { reference: hit.reference, until: moment(hit.until) })}</p>
                  <AskButton subject={{ kind: 'hit', name: hit.reference, agency: matches[0]?.agency }} />
                </>
              )}
            </td>
            <td>
              {matches.map((match) => (
                <Why key={match.agency} match={match} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
