import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ToProfile } from '../../profile/finder/to-profile.tsx';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';

type Origin = OperationHalf['origins'][number];

function RecordLink({ kind, id, ways }: { kind: Origin['kind']; id: string; ways: Ways }) {
  if (kind === 'LINK') return <ToProfile id={id} onOpen={ways.onOpen} />;
  return (
    <button
      type="button"
      className="link whole"
      onClick={() => (kind === 'ALERT' ? ways.onAlert(id) : ways.onRequest(id))}
    >
      {id}
    </button>
  );
}

/** The records that an operation grew from, each with the way to it; whoever follows one is decided on anew. */
export function OriginsShown({ origins, ways }: { origins: readonly Origin[]; ways: Ways }) {
  const t = useMessages();
  if (origins.length === 0) return <span className="none">{t('operation.noOrigins')}</span>;
  return (
    <ul className="plain origins">
      {origins.map(({ kind, ids }) => (
        <li key={`${kind} ${ids.join(' ')}`}>
          {titleOf(t, 'OperationOriginKind', kind)}{' '}
          {ids.map((id) => (
            <span key={id}>
              <RecordLink kind={kind} id={id} ways={ways} />{' '}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
