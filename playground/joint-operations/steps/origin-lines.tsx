import type { OperationOriginKind } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Line } from '../../parts/field.tsx';
import { mostOrigins, type OriginDraft } from './terms-draft.ts';

const kinds = Object.keys(titles.OperationOriginKind) as OperationOriginKind[];

/** The records that an operation is to grow from, a line each. */
export function OriginLines(props: {
  origins: readonly OriginDraft[];
  problem: string | undefined;
  onChange: (origins: readonly OriginDraft[]) => void;
}) {
  const { origins, problem, onChange } = props;
  const t = useMessages();
  const change = (place: number, changed: Partial<OriginDraft>) =>
    onChange(origins.map((each, at) => (at === place ? { ...each, ...changed } : each)));
  return (
    <fieldset className="field lines" data-wide="true">
      <legend>{t('operationForm.origins')}</legend>
      {origins.map((origin, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
        <div key={place} className="line">
          <Choices
            label={t('operationForm.originKind')}
            value={origin.kind}
            values={kinds}
            nameOf={(kind) => titleOf(t, 'OperationOriginKind', kind)}
            onChoose={(kind) => kind && change(place, { kind })}
          />
          <Line
            label={t(origin.kind === 'LINK' ? 'operationForm.originLink' : 'operationForm.originId')}
            value={origin.ids}
            longest={60}
            isCode
            onChange={(ids) => change(place, { ids: ids.toUpperCase() })}
          />
          <button
            type="button"
            aria-label={t('operationForm.remove', { place: place + 1 })}
            onClick={() => onChange(origins.filter((_origin, at) => at !== place))}
          >
            ×
          </button>
        </div>
      ))}
      {problem !== undefined && <p className="problem">{problem}</p>}
      {origins.length < mostOrigins && (
        <button type="button" onClick={() => onChange([...origins, { kind: 'LINK', ids: '' }])}>
          + {t('operationForm.addOrigin')}
        </button>
      )}
    </fieldset>
  );
}
