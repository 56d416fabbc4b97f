const KEPT_LINES = 20;
const KEPT_CHARACTERS = 400;

export type LastWords = {
  /** Takes in what a server writes, in whatever pieces. */
  hear(text: string): void;
  /** Why the server ended, in its own words; empty when it has said nothing. */
  words(): string;
};

/**
 * Listens to a `mongod` for why it ended. It tells in JSON lines; the first error that has a reason comes before a backtrace of
 * many thousand characters, so what it wrote last says nothing.
 */
export function lastWords(): LastWords {
  let unfinished = '';
  let plain = '';
  const complaints: string[] = [];
  const take = (line: string): void => {
    if (!line.startsWith('{')) {
      plain = line || plain;
    } else if (complaints.length < KEPT_LINES && /"s":"[FE]"/.test(line)) {
      complaints.push(complaintIn(line));
    }
  };
  return {
    hear(text) {
      const lines = (unfinished + text).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
    words() {
      take(unfinished);
      const reason = complaints.find((each) => each.includes(': ')) ?? complaints[0] ?? plain;
      return reason.slice(0, KEPT_CHARACTERS);
    },
  };
}

/** Its message, and the reason that its attributes give: a text, or an object of the storage engine with one. */
function complaintIn(line: string): string {
  const { msg, attr = {} } = parsed(line);
  const { error, reason, message } = attr;
  const words = [error, reason, message].flatMap((each) => {
    if (typeof each === 'string') return [each];
    const { error_str: text } = (each ?? {}) as { error_str?: unknown };
    return typeof text === 'string' ? [text] : [];
  });
  return [msg?.trim(), words[0]?.trim()].filter(Boolean).join(': ');
}

function parsed(line: string): { msg?: string; attr?: Record<string, unknown> } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
