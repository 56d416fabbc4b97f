import { useMessages } from '../messages/use-messages.ts';
import type { Gap } from './gap.ts';
import { Withheld } from './receipts.tsx';

/** In place of a value that is not there: why it is not. */
export function GapShown({ gap }: { gap: Gap }) {
  const t = useMessages();
  switch (gap.state) {
    case 'withheld':
      return <Withheld receipts={gap.receipts} />;
    case 'unavailable':
      return (
        <span className="badge outage" data-agency={gap.agency}>
          {t('outage.badge')}
        </span>
      );
    case 'asking':
      return <span className="none">{t('value.asking')}</span>;
    case 'failed':
      return (
        <span className="badge outage">
          {t('value.failed')} <code>{gap.code}</code>
        </span>
      );
    case 'hidden':
      return <span className="none">{t('value.hidden')}</span>;
    case 'none':
      return <span className="none">{t('value.none')}</span>;
  }
}
