const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma] = [...'"\\{}[],'].map(
  (each) => each.charCodeAt(0),
);

/** Limits of a JSON text that is checked before it is parsed. */
export interface JsonLimits {
  /** Objects and lists inside each other: a parser takes each level many times as long as a letter. */
  levels: number;
  /** Objects, lists, and the commas in them. An empty object of two letters takes as long to parse and to check as a long text. */
  values?: number;
  /** Members of one object. A parser takes a hundred thousand names in one object longer than the same in many. */
  members?: number;
}

/** Tells whether JSON is over limits. It takes a millisecond for a million letters. */
export function exceeds(
  json: Uint8Array,
  { levels, values = Number.POSITIVE_INFINITY, members = Number.POSITIVE_INFINITY }: JsonLimits,
): boolean {
  /** For each level that is open, the commas of its object; a list may have any number. */
  const commas: number[] = [];
  let found = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openBrace || byte === openBracket) {
      found += 1;
      if (commas.push(byte === openBrace ? 0 : Number.NEGATIVE_INFINITY) > levels) return true;
    } else if (byte === closeBrace || byte === closeBracket) commas.pop();
    else if (byte === comma) {
      found += 1;
      const level = commas.length - 1;
      const ofObject = (commas[level] ?? 0) + 1;
      commas[level] = ofObject;
      if (ofObject >= members) return true;
    }
  }
  return found > values;
}
