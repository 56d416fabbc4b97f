import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';

/** The evidence that two records are of one person: how strong it is, and the outcome of each kind. */
export function Evidence(props: {
  band: string | null;
  kinds: readonly { kind: string; outcome: string }[];
}) {
  const { band, kinds } = props;
  const t = useMessages();
  return (
    <ul className="evidence">
      {band && (
        <li className="band" data-band={band}>
          {titleOf(t, 'MatchBand', band)}
        </li>
      )}
      {kinds.map(({ kind, outcome }) => (
        <li key={kind} data-outcome={outcome}>
          {titleOf(t, 'EvidenceKind', kind)}: {titleOf(t, 'EvidenceOutcome', outcome)}
        </li>
      ))}
    </ul>
  );
}
