import { isKey } from '../messages/is-key.ts';
import { useMessages } from '../messages/use-messages.ts';
import { adviceValues, type GivenAdvice } from './advice-values.ts';

/**
 * The remedy in the viewer’s language; in the owner’s English where the owner gives an advice that is not known here.
 */
export function Remedy(props: {
  advice: GivenAdvice | null | undefined;
  owner: string;
  of: string;
  text: string;
}) {
  const { advice, owner, of, text } = props;
  const t = useMessages();
  const key = `advice.${advice?.code}`;
  if (!advice || !isKey(key)) return <span lang="en">{text}</span>;
  return <span>{t(key, adviceValues(t, advice, { owner, informationClass: of }))}</span>;
}
