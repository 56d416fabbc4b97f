const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of Markdown; a bar in a cell would end it. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    row(head),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')))),
  ].join('\n');

export const code = (name: string): string => `\`${name}\``;

export const codes = (names: readonly string[]): string => names.map(code).join(', ');
