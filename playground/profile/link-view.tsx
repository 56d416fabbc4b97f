import { useState } from 'react';
import type { Agency } from '../../terms/agencies.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { AskButton } from '../desk/ask-button.tsx';
import { ProposeButton } from '../desk/propose-button.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { wordsIn } from '../messages/words-in.ts';
import { Fold } from '../parts/fold.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import { Candidates } from './candidates.tsx';
import { Evidence } from './evidence.tsx';
import { isUnsettled, type Link, type LinkEvidence, type Links } from './links.ts';

function Grounds({ reason, by, evidence }: { reason: string; by: string; evidence: LinkEvidence }) {
  const t = useMessages();
  return (
    <>
      <dt>{t('pair.reason')}</dt>
      <dd>
        <ShownText>{reason}</ShownText>
        <small>
          <ShownText>{by}</ShownText>
        </small>
      </dd>
      <dt>{t('pair.evidence')}</dt>
      <dd>
        <Evidence band={evidence.band} kinds={evidence.kinds} />
      </dd>
    </>
  );
}

function LinkCard(props: {
  link: Link;
  /** The own dossier that is linked. */
  ofOwn: string | undefined;
  onOpen: (dossier: string) => void;
}) {
  const { link, ofOwn, onOpen } = props;
  const t = useMessages();
  const { moment } = wordsIn(t);
  const { agency, dossier, decided, told, lapsesAt } = link;
  const decision = (list: string, code: string, at: string | null) =>
    `${titleOf(t, list, code)}${at ? `, ${moment(at)}` : ''}`;
  return (
    <article className="pair" data-link={link.state} data-unsettled={isUnsettled(link)}>
      <h3>
        <span className="badge">{titleOf(t, 'LinkState', link.state)}</span>{' '}
        <span data-agency={agency}>{titleOf(t, 'Agency', agency)}</span>{' '}
        {dossier ? (
          <button type="button" className="link" onClick={() => onOpen(dossier)}>
            {dossier}
          </button>
        ) : (
          <>
            {t('pair.hit')} <code>{link.reference}</code>
          </>
        )}
        {link.needsReview && <span className="badge">{t('pair.needsReview')}</span>}
      </h3>
      <dl>
        <dt>{t('pair.decided')}</dt>
        <dd>{decision('LinkDecision', decided.decision, decided.decidedAt)}</dd>
        {decided.grounds && (
          <Grounds
            reason={decided.grounds.reason}
            by={t('pair.by', {
              proposedBy: decided.grounds.proposedBy,
              countersignedBy: decided.grounds.countersignedBy,
            })}
            evidence={decided.grounds.evidence}
          />
        )}
        {decided.proposal && (
          <>
            <dt>{t('pair.proposal')}</dt>
            <dd>{titleOf(t, 'LinkVerdict', decided.proposal.decision)}</dd>
            <Grounds
              reason={decided.proposal.reason}
              by={t('pair.proposedBy', {
                proposedBy: decided.proposal.proposedBy,
                at: moment(decided.proposal.proposedAt),
              })}
              evidence={decided.proposal.evidence}
            />
          </>
        )}
        <dt>{t('pair.told')}</dt>
        <dd>{decision('LinkDecision', told.decision, told.decidedAt)}</dd>
      </dl>
      {lapsesAt && <p className="hint">{t('pair.lapsesAt', { at: moment(lapsesAt) })}</p>}
      {ofOwn && <AskButton subject={{ kind: 'linkOf', name: ofOwn, agency }} />}
      {ofOwn && dossier && <ProposeButton origin={{ kind: 'LINK', ids: [ofOwn, dossier], agency }} />}
    </article>
  );
}

/**
 * The own agency’s decisions on the person and dossiers of others, with their evidence, and the decisions that it was
 * told.
 */
export function LinkView(props: {
  links: Links;
  own: Agency;
  /** The own dossier of the person, where there is one. */
  dossier: string | undefined;
  onOpen: (dossier: string) => void;
}) {
  const { links, own, dossier, onOpen } = props;
  const t = useMessages();
  const [isCompared, setCompared] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const line = (
    <>
      <h2>{t('pair.title')}</h2>
      {links.state === 'links' &&
        links.links.map((link) => (
          <span
            key={`${link.agency} ${link.dossier} ${link.reference}`}
            className="badge"
            data-unsettled={isUnsettled(link)}
          >
            {titleOf(t, 'LinkState', link.state)} · {titleOf(t, 'Agency', link.agency)}
          </span>
        ))}
      {links.state === 'withheld' && <span className="badge">{t('withheld.badge')}</span>}
    </>
  );
  return (
    <section className="pairs" aria-label={t('pair.title')}>
      <Fold line={line} isOpen={isOpen} onToggle={setOpen}>
        {links.state === 'links' &&
          links.links.map((link) => (
            <LinkCard
              key={`${link.agency} ${link.dossier} ${link.reference}`}
              link={link}
              ofOwn={dossier}
              onOpen={onOpen}
            />
          ))}
        {links.state === 'links' && links.links.length === 0 && <p className="hint">{t('pair.none')}</p>}
        {links.state === 'no-own-dossier' && <p className="hint">{t('pair.noOwn')}</p>}
        {links.state !== 'links' && links.state !== 'no-own-dossier' && <GapShown gap={links} />}
        {dossier && !isCompared && (
          <button type="button" onClick={() => setCompared(true)}>
            {t('candidates.find')}
          </button>
        )}
        {dossier && isCompared && <Candidates own={own} dossier={dossier} onOpen={onOpen} />}
      </Fold>
    </section>
  );
}
