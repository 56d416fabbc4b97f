/** Codes by which the stack says that it cannot answer now: no defence holds an attacker by them. */
const ofOutages = ['AGENCY_UNAVAILABLE', 'UNAVAILABLE', 'OUTCOME_UNKNOWN', 'INTERNAL_SERVER_ERROR'];

/** Noted where no answer came, since nobody listened, the connection broke or it took too long. */
export const noAnswer = 'NO_ANSWER';

/**
 * Every code in an answer: of its errors, of problems and outcomes in its data, and the types that were asked for, since an action's
 * refusal is one. Without any the status stands for it, if it refuses.
 */
function codesIn(status: number, text: string): string[] {
  const codes = [...text.matchAll(/"(?:code|outcome|__typename)":"([A-Z][A-Za-z_]+)"/g)].map(
    ([, code = '']) => code,
  );
  return codes.length === 0 && status >= 400 ? [`HTTP ${status}`] : codes;
}

/** Codes that an attack's script has met, an answer at a time. */
export class Met {
  #answers: string[][] = [];

  forget(): void {
    this.#answers = [];
  }

  /** Notes the codes of one answer; for scripts that ask otherwise than by `fetch`. */
  note(...codes: string[]): void {
    this.#answers.push(codes);
  }

  /** Takes the last answer back: the script asks the same again until it is answered. */
  askAgain(): void {
    this.#answers.pop();
  }

  codes(): string[] {
    return [...new Set(this.#answers.flat())];
  }

  outages(): string[] {
    return this.codes().filter(
      (code) => code === noAnswer || ofOutages.includes(code) || /^HTTP 5/.test(code),
    );
  }
}

/** An attacker who hangs up has made that outage. */
const hasHungUp = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** A `fetch` whose every answer is noted, and that there was none. */
export const notedBy =
  (met: Met, original: typeof fetch): typeof fetch =>
  async (...asked) => {
    try {
      const response = await original(...asked);
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      met.note(...codesIn(response.status, isJson ? await response.clone().text() : ''));
      return response;
    } catch (error) {
      if (!hasHungUp(error)) met.note(noAnswer);
      throw error;
    }
  };
