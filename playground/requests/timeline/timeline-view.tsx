import { type KeyboardEvent, useState } from 'react';
import type { Agency } from '../../../terms/agencies.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { RequestHalf } from '../half/own-requests.ts';
import { markAfter } from './mark-after.ts';
import { timelineOf } from './timeline.ts';
import { layoutOf } from './timeline-layout.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { wordsOfMark } from './timeline-words.ts';

/** The course of a request: a picture with the steps of both agencies, the clock and the deadline, and the same as a list. */
export function TimelineView({ half, own, now }: { half: RequestHalf; own: Agency; now: number }) {
  const t = useMessages();
  const [part, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number>();
  const timeline = timelineOf(half, now);
  const layout = layoutOf(timeline, width, (mark) => wordsOfMark(t, half, mark));
  const [asking, asked] = half.box === 'SENT' ? [own, half.agency] : [half.agency, own];
  const told = timeline.marks.map((mark) => {
    const { title, details } = wordsOfMark(t, half, mark);
    const side = mark.side === 'time' ? '' : titleOf(t, 'Agency', mark.side === 'asking' ? asking : asked);
    return [title, side, ...details].filter(Boolean).join(', ');
  });
  const press = (event: KeyboardEvent) => {
    const next = markAfter(event.key, chosen, timeline.marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  const clocks = [...new Set(timeline.clocks)];
  return (
    <section className="timeline" aria-label={t('timeline.title')}>
      <h3>{t('timeline.title')}</h3>
      <div
        ref={part}
        className="timeline-picture"
        data-narrow={layout.isNarrow}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        aria-label={t('timeline.picture', { count: timeline.marks.length })}
        onKeyDown={press}
      >
        <p className="sides">
          <span data-agency={asking}>○ {t('timeline.asks', { agency: titleOf(t, 'Agency', asking) })}</span>
          <span data-agency={asked}>□ {t('timeline.answers', { agency: titleOf(t, 'Agency', asked) })}</span>
        </p>
        {width > 0 && <TimelinePicture layout={layout} chosen={chosen} onChoose={setChosen} />}
      </div>
      <p className="hint" aria-live="polite">
        {chosen === undefined ? t('timeline.keys') : told[chosen]}
      </p>
      <ul className="clocks" aria-label={t('timeline.legend')}>
        {clocks.map((clock) => (
          <li key={clock} data-clock={clock}>
            <svg viewBox="0 0 28 8" aria-hidden="true">
              <path d="M0 4 H28" className="clock" />
            </svg>
            {t(`clock.${clock}`)}
          </li>
        ))}
      </ul>
      <details className="fold">
        <summary>{t('timeline.list')}</summary>
        <ol className="timeline-list">
          {told.map((line, index) => (
            <li key={line} data-chosen={index === chosen}>
              {line}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
