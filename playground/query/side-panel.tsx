import { useId, useState } from 'react';
import type { KnownSchema } from '../desk/known-schema.ts';
import type { Locale } from '../messages/translate.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Past } from '../parts/past.ts';
import { panelProps, TabBar } from '../parts/tab-bar.tsx';
import type { Example } from './examples/example.ts';
import { ExamplesPanel } from './examples/examples-panel.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { SchemaPanel } from './schema/schema-panel.tsx';
import { VisibilityPanel } from './visibility-panel.tsx';

type Side = 'examples' | 'visibility' | 'schema' | 'history';

/** The panel that helps to write a query and to know beforehand what it will show. */
export function SidePanel(props: {
  known: KnownSchema | undefined;
  examples: readonly Example[];
  history: readonly Past[];
  keepsHistory: boolean;
  locale: Locale;
  onKeepHistory: (keeps: boolean) => void;
  onClearHistory: () => void;
}) {
  const { known, examples, history, keepsHistory, locale, onKeepHistory, onClearHistory } = props;
  const t = useMessages();
  const title = useId();
  const [side, setSide] = useState<Side>('examples');
  return (
    <aside className="side" aria-labelledby={title}>
      <h2 id={title} className="unseen">
        {t('side.title')}
      </h2>
      <TabBar
        label={t('side.title')}
        tabs={{
          examples: t('side.examples'),
          visibility: t('side.visibility'),
          schema: t('side.schema'),
          history: t('side.history'),
        }}
        current={side}
        onChoose={setSide}
      />
      <div {...panelProps(side)} className="panel">
        {side === 'examples' && <ExamplesPanel examples={examples} />}
        {side === 'visibility' && <VisibilityPanel />}
        {side === 'schema' && <SchemaPanel known={known} />}
        {side === 'history' && (
          <HistoryPanel
            history={history}
            isKept={keepsHistory}
            locale={locale}
            onKeep={onKeepHistory}
            onClear={onClearHistory}
          />
        )}
      </div>
    </aside>
  );
}
