/** Openings of a clause that has no head: the reader learns a condition, and not of what. */
const headless = new RegExp(
  `^(?:(?:${[
    'What(?:ever)?',
    'Whether',
    'Who(?:ever|m|se)?',
    'Which(?:ever)?',
    'How',
    'Of',
    'That',
    'Where',
    'Why',
    'As (?:is|are|it|they|of|for)',
    'All (?:that|who|of|whom)',
    '(?:Under|By|For|From|In|To|With|On|At|Before|After|Until|Since|Into) (?:what|which|whom|whoever|whatever|whose|all that|how)',
  ].join('|')})\\b)`,
);

/** Tells whether a doc comment begins with a clause (“What …”, “Whether …”) instead of saying what the thing is. */
export const isHeadless = (doc: string): boolean => headless.test(doc);
