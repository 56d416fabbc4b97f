import { request } from './callers.ts';

/** Where a process tells its metrics, by its own address. */
export function metricsOf(address: string): string {
  const { port } = new URL(address);
  return `http://127.0.0.1:${Number(port) + 5_400}/metrics`;
}

/** The sum of a metric's samples that have all these labels, as a process tells it at /metrics. */
export async function metric(address: string, name: string, labels: Record<string, string>): Promise<number> {
  const { text } = await request(metricsOf(address));
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && wanted.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
