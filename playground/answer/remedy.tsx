import { useMessages } from '../messages/use-messages.ts';
import { adviceSentence } from './advice-sentence.ts';
import type { GivenAdvice } from './advice-values.ts';

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
  const sentence = advice && adviceSentence(t, advice, { owner, informationClass: of });
  return sentence === undefined || sentence === null ? (
    <span lang="en">{text}</span>
  ) : (
    <span>{sentence}</span>
  );
}
