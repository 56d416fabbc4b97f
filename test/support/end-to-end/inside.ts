/** What no answer may tell of the processes behind it: where they run, on which ports, on what, and from which files. */
const ofTheInside = [
  /127\.0\.0\.1|localhost|\[?::1\]?:/,
  /mongo/i,
  /node_modules|file:|\/[\w.-]+\/[\w./-]+\.[jt]s/,
  /\n\s+at |stacktrace|"stack"/i,
  /\bE(CONN|NOTFOUND|AI_AGAIN|PIPE|ACCES)\w*/,
  /serviceName/i,
];

/** Every trace of the inside in what a caller was sent; `ports` are those that the stack listens on. */
export function tracesOfTheInside(text: string, ports: readonly string[] = []): string[] {
  const patterns = [...ofTheInside, ...ports.map((port) => new RegExp(`\\b${port}\\b`))];
  return patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}
