import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { OperationHalf } from '../own/own-operations.ts';

/** The articles of both codes, by agency: neither is said to be the other's equivalent. */
export function OffencesShown({ offences }: { offences: OperationHalf['offences'] }) {
  const t = useMessages();
  const agencies = [...new Set(offences.map(({ agency }) => agency))];
  return (
    <ul className="plain offences">
      {agencies.map((agency) => (
        <li key={agency}>
          <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>
          <ul>
            {offences
              .filter((each) => each.agency === agency)
              .map((each) => (
                <li key={each.code}>
                  {each.code} {each[t.locale]}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
