import { useMessages } from '../messages/use-messages.ts';
import type { Refused } from './runs.ts';

/** Why what stands in the editors was not sent, with its place. */
export function NotSent({ why }: { why: Refused }) {
  const t = useMessages();
  return (
    <p className="notice error" role="alert">
      {'line' in why ? t(`error.${why.state}`, { ...why }) : t(`error.${why.state}`)}
    </p>
  );
}
