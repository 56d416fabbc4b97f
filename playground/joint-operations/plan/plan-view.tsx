import { useEffect, useRef } from 'react';
import type { Agency } from '../../../terms/agencies.ts';
import { measureDay } from '../../measures/calendar/measure-day.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useWidth } from '../../parts/use-width.ts';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';
import { planLines } from './plan-lines.ts';
import { PlanPicture } from './plan-picture.tsx';
import { PlanTable } from './plan-table.tsx';

/** Below this many pixels the table alone is read. */
const wideEnough = 520;

/** The plan of both agencies: the picture where there is room for it, and the table of the same. */
export function PlanView(props: { half: OperationHalf; own: Agency; now: number; ways: Ways }) {
  const { half, own, now, ways } = props;
  const t = useMessages();
  const [part, width] = useWidth<HTMLElement>();
  const scroller = useRef<HTMLElement>(null);
  const lines = planLines(half, own);
  const isPlanned = half.endsAt !== null;
  const isShown = isPlanned && lines.some(({ days }) => days) && width >= wideEnough;
  useEffect(() => {
    if (!isShown) return;
    const today = scroller.current?.querySelector<SVGGElement>('.plan-today text');
    const at = Number(today?.getAttribute('x') ?? 0);
    scroller.current?.scrollTo({ left: Math.max(0, at - 160) });
  }, [isShown]);
  if (!isPlanned) return null;
  const isHiddenThere = half.state !== 'ACTIVE' && half.state !== 'AGREED';
  return (
    <section ref={part} className="plan" aria-label={t('jointPlan.picture')}>
      <h3>{t('jointPlan.picture')}</h3>
      {isHiddenThere && <p className="hint">{t('jointPlan.hiddenThere')}</p>}
      {lines.length === 0 && <p className="hint">{t('jointPlan.none')}</p>}
      {isShown && (
        <>
          <section
            ref={scroller}
            className="plan-scroll"
            aria-label={t('jointPlan.calendar')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
            tabIndex={0}
          >
            <PlanPicture
              lines={lines}
              own={own}
              other={half.agency}
              term={half}
              today={measureDay(now)}
              width={width - 18}
              isOtherTold={!isHiddenThere}
            />
          </section>
          {lines.some(({ need }) => need) && <p className="hint">{t('jointPlan.legend')}</p>}
        </>
      )}
      {lines.length > 0 && <PlanTable lines={lines} ways={ways} />}
    </section>
  );
}
