import { useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { lastOne } from '../wire/last-one.ts';
import { type SharedPage, type SharedValue, sharedIn, sharedOperation } from './shared-values.ts';

interface Shown {
  asked: Asked;
  outcome: Outcome;
  /** The values of every page that was read. */
  values: readonly SharedValue[];
  page: SharedPage | undefined;
}

function SharedTable({ values }: { values: readonly SharedValue[] }) {
  const t = useMessages();
  const { amount, moment } = wordsIn(t);
  return (
    <table>
      <caption>{t('shared.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alerts.kind')}</th>
          <th scope="col">{t('shared.value')}</th>
          <th scope="col">{t('shared.dossiers')}</th>
          <th scope="col">{t('shared.since')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ kind, value, dossiers, since }, place) => (
          // A value that is not shown has no name of its own.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came
          <tr key={place}>
            <th scope="row">{titleOf(t, 'IndicatorKind', kind)}</th>
            <td className="words" data-label={t('shared.value')}>
              {value === null ? (
                <span className="none">{t('shared.hidden')}</span>
              ) : (
                <ShownText>{value}</ShownText>
              )}
            </td>
            <td data-label={t('shared.dossiers')}>{amount(String(dossiers))}</td>
            <td data-label={t('shared.since')}>{moment(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The values that too many own dossiers share to be compared, for those who watch over what is. */
export function SharedValuesView() {
  const t = useMessages();
  const { ask, mandate, missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<Shown>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = async (before?: Shown) => {
    const isLast = begin();
    const asked = askedNow(mandate);
    setAsking(true);
    const outcome = await ask(sharedOperation(agency, before?.page?.pageInfo.endCursor));
    if (!isLast()) return;
    const found = outcome.state === 'answered' ? sharedIn(outcome.answer, agency) : undefined;
    const page = found && 'page' in found ? found.page : undefined;
    setShown({ asked, outcome, values: [...(before?.values ?? []), ...(page?.nodes ?? [])], page });
    setAsking(false);
  };
  const found = shown?.outcome.state === 'answered' ? sharedIn(shown.outcome.answer, agency) : undefined;
  const isReady = missing.length === 0 && !isAsking;
  return (
    <section className="exchange" aria-label={t('shared.title')}>
      <button type="button" disabled={!isReady} onClick={() => void read()}>
        {t('shared.show')}
      </button>
      <p className="hint">{t('shared.hint')}</p>
      <div aria-live="polite">
        {isAsking && <p>{t('editor.sending')}</p>}
        {shown && <Notices outcome={shown.outcome} />}
        {found && 'gap' in found && <GapShown gap={found.gap} />}
        {shown?.page && shown.values.length === 0 && <p className="hint">{t('shared.none')}</p>}
      </div>
      {shown?.page && (
        <>
          <Stamp asked={shown.asked} onAgain={() => void read()} />
          {shown.values.length > 0 && <SharedTable values={shown.values} />}
          {shown.page.pageInfo.hasNextPage && (
            <button type="button" disabled={!isReady} onClick={() => void read(shown)}>
              {t('alerts.more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
