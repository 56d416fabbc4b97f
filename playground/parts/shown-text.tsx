import { piecesOf } from './pieces-of.ts';

/**
 * A value as it was recorded: isolated, so that its direction changes nothing around it, and with hidden characters shown
 * by their names.
 */
export function ShownText({ children }: { children: string }) {
  return (
    <bdi>
      {piecesOf(children).map((piece, index) =>
        'text' in piece ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          <span key={index} className="hidden-character">
            {piece.hidden}
          </span>
        ),
      )}
    </bdi>
  );
}
