import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { metricsPortOf } from '../server/serve-metrics.ts';
import { drainOf } from '../server/settings.ts';
import { budgetSettings } from '../subgraphs/agency/records/budgets/budget-settings.ts';

interface Service {
  image: string;
  user?: string;
  environment: Record<string, string>;
  secrets: string[];
  networks: string[];
  healthcheck?: { test: string[] };
  read_only?: boolean;
  stop_grace_period?: string;
  restart?: string;
  init?: boolean;
  volumes?: string[];
  ports?: string[];
}

const compose = parse(readFileSync(new URL('../compose.yaml', import.meta.url), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  secrets: Record<string, { file: string }>;
  configs: Record<string, { content?: string }>;
};
const services = Object.entries(compose.services);
const ofEach = (setting: string) => [`BELARUS_${setting}`, `RUSSIA_${setting}`];
const ours = services.filter(([, { image }]) => image === 'concord');

describe('compose.yaml', () => {
  test('has a database an agency, both subgraphs and attestors, and the gateway', () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      'belarus',
      'belarus-attestor',
      'belarus-channel',
      'belarus-mongodb',
      'gateway',
      'russia',
      'russia-attestor',
      'russia-channel',
      'russia-mongodb',
    ]);
  });

  test.each(services)('%s has a health check', (_name, { healthcheck }) => {
    expect(healthcheck?.test.length).toBeGreaterThan(1);
  });

  test.each(ours)('%s runs in production mode, not as root, on a read-only file system', (_name, service) => {
    expect(service).toMatchObject({
      user: 'node',
      read_only: true,
      environment: { CONCORD_MODE: 'production' },
    });
  });

  test.each(ours)('%s can be ended from within, and is started again without limit', (_name, service) => {
    expect(service).toMatchObject({ restart: 'unless-stopped', init: true });
  });

  test.each(ours.filter(([name]) => !name.endsWith('attestor')))(
    '%s has a place of its own for what it notes before it ends',
    (name, { volumes, environment }) => {
      expect(volumes).toEqual([`${name}-state:${environment.STATE_DIRECTORY}`]);
    },
  );

  test.each(ours)(
    '%s is given the time of its drain and of its stop before it is killed',
    (_name, service) => {
      const drain = Number(service.environment.DRAIN_MS ?? drainOf({ CONCORD_MODE: 'production' })) / 1000;
      expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(drain + 15);
    },
  );

  test.each(services)('%s has no secret in its environment', (_name, { environment }) => {
    for (const [name, value] of Object.entries(environment)) {
      expect(`${name}=${value}`).not.toMatch(/:\/\/[^/]*:[^/]*@|-----BEGIN|"d":/);
      if (/PASSWORD|SIGNING_KEY|ATTESTATION_KEY|MONGODB_URI|MATCH_KEYS|INDICATOR_KEYS|NODE_KEY/.test(name))
        expect(name).toMatch(/_FILE$/);
    }
  });

  test('mounts every secret it names from a file that is not in the repository', () => {
    const ignored = readFileSync(new URL('../.gitignore', import.meta.url), 'utf8').split('\n');
    expect(ignored).toContain('secrets/');
    for (const secret of services.flatMap(([, { secrets }]) => secrets)) {
      expect(compose.secrets[secret]?.file).toBe(`./secrets/${secret}`);
    }
  });

  test('gives the match keys to both subgraphs, and to nobody else', () => {
    const holders = services.filter(([, { secrets }]) => secrets.includes('match-keys'));
    expect(holders.map(([name]) => name).sort()).toEqual(['belarus', 'russia']);
    for (const [, { environment }] of holders) {
      expect(environment.MATCH_KEYS_FILE).toBe('/run/secrets/match-keys');
    }
  });

  test.each(['belarus', 'russia'])('gives the key of %s’s names to its subgraph alone', (agency) => {
    const holders = services.filter(([, { secrets }]) => secrets.includes(`${agency}-node-key`));
    expect(holders.map(([name]) => name)).toEqual([agency]);
    expect(compose.services[agency]?.environment).toMatchObject({
      [`${agency.toUpperCase()}_NODE_KEY_FILE`]: `/run/secrets/${agency}-node-key`,
    });
  });

  test.each(['belarus', 'russia'])('gives %s’s keys of two-key tokens to its subgraph alone', (agency) => {
    const holders = services.filter(([, { secrets }]) => secrets.includes(`${agency}-indicator-keys`));
    expect(holders.map(([name]) => name)).toEqual([agency]);
    expect(compose.services[agency]?.environment).toMatchObject({
      [`${agency.toUpperCase()}_INDICATOR_KEYS_FILE`]: `/run/secrets/${agency}-indicator-keys`,
    });
  });

  test.each(['belarus', 'russia'])('gives the key that %s attests with to its attestor alone', (agency) => {
    const holders = services.filter(([, { secrets }]) => secrets.includes(`${agency}-attestation-key`));
    expect(holders.map(([name]) => name)).toEqual([`${agency}-attestor`]);
    const attestor = compose.services[`${agency}-attestor`];
    expect(attestor?.secrets.filter((name) => /mongodb|channel|match|indicator/.test(name))).toEqual([]);
  });

  test("puts each agency's database where only its own subgraph reaches it", () => {
    for (const agency of ['belarus', 'russia']) {
      const network = `${agency}-records`;
      expect(compose.networks[network]?.internal).toBe(true);
      const members = services.filter(([, { networks }]) => networks.includes(network)).map(([name]) => name);
      expect(members.sort()).toEqual([agency, `${agency}-mongodb`]);
    }
  });

  const networksOf = (name: string) => compose.services[name]?.networks ?? [];
  const shared = (one: string, other: string) =>
    networksOf(one).filter((network) => networksOf(other).includes(network));

  test('has no network that both subgraphs are on, and reaches each from the other at the end of its channel', () => {
    expect(shared('belarus', 'russia')).toEqual([]);
    for (const [agency, other] of [
      ['belarus', 'russia'],
      ['russia', 'belarus'],
    ] as const) {
      expect(shared(agency, `${other}-channel`)).toHaveLength(1);
      expect(shared(agency, `${agency}-channel`)).toHaveLength(1);
      expect(shared('gateway', agency)).toHaveLength(1);
      expect(shared(`${agency}-mongodb`, 'gateway')).toEqual([]);
    }
    for (const network of services.flatMap(([, { networks }]) => networks))
      expect(Object.keys(compose.networks)).toContain(network);
  });

  test('gives each subgraph two users of its database, and the administrator’s password to none', () => {
    for (const agency of ['belarus', 'russia']) {
      const { environment, secrets } = compose.services[agency] ?? { environment: {}, secrets: [] };
      const name = agency.toUpperCase();
      expect(environment).toMatchObject({
        [`${name}_MONGODB_URI_FILE`]: `/run/secrets/${agency}-serving-mongodb-uri`,
        [`${name}_JOBS_MONGODB_URI_FILE`]: `/run/secrets/${agency}-jobs-mongodb-uri`,
      });
      expect(secrets.filter((secret) => secret.includes('password'))).toEqual([]);
    }
  });

  test('lets an operator set all that differs by deployment, and leaves the rest as it is by default', () => {
    const ofAll = ['LOG_LEVEL', ...['ACCESS_TOKEN_CLAIM', 'SUBJECTS', 'ABROAD'].flatMap(ofEach)];
    const ofGateway = [
      ...[
        'CALLER_REQUESTS_AT_A_TIME',
        'CALLER_COST_A_MINUTE',
        'CALLER_SECONDS_A_MINUTE',
        'CALLER_CONNECTIONS',
        'GATEWAY_CONNECTIONS_WITHOUT_TOKEN',
        'GATEWAY_PROXIES',
        'GATEWAY_PROXY_HEADER',
        'SUBGRAPH_DEADLINE_MS',
        'GATEWAY_GET',
        'GATEWAY_DOCUMENTS',
      ],
      ...['PLAYGROUND', 'PLAYGROUND_WRITERS', 'PLAYGROUND_URL', 'PLAYGROUND_IDLE_MINUTES'],
      ...['OIDC_CLIENT_ID', 'OIDC_SCOPE', 'OIDC_RESOURCE'].flatMap(ofEach),
    ];
    const settable: Record<string, string[]> = {
      gateway: ofGateway,
      belarus: Object.keys(budgetSettings('BELARUS')),
      russia: Object.keys(budgetSettings('RUSSIA')),
    };
    for (const [name, { environment }] of ours)
      for (const setting of [...ofAll, ...(settable[name] ?? [])])
        expect([name, environment[setting]]).toEqual([name, `\${${setting}:-}`]);
    expect(compose.services.russia?.environment).not.toHaveProperty('BELARUS_BUDGET_CASE_PERSONS');
  });

  test('has the gateway send in the clear to services on its own networks alone', () => {
    const environment = compose.services.gateway?.environment ?? {};
    const hosts = Object.values(environment).flatMap((value) =>
      /^http:/.test(value) ? [new URL(value).hostname] : [],
    );
    expect(hosts.sort()).toEqual((environment.GATEWAY_PRIVATE_NETWORKS ?? '').split(',').sort());
    for (const host of hosts) expect(shared('gateway', host)).toHaveLength(1);
  });

  test.each(ours)('%s is asked for its health where nobody else can hold connections', (name, service) => {
    const [port] = /(?<=localhost:|127\.0\.0\.1:)\d+/.exec(service.healthcheck?.test.join(' ') ?? '') ?? [];
    const own = {
      gateway: 4_000,
      belarus: 4_001,
      russia: 4_002,
      'belarus-attestor': 4_011,
      'russia-attestor': 4_012,
    };
    expect(port).toBe(String(metricsPortOf(own[name as keyof typeof own], undefined)));
  });

  test.each(['belarus', 'russia'])('bounds requests and connections at the end of %s’s channel', (agency) => {
    const nginx = compose.configs[`${agency}-channel`]?.content ?? '';
    expect(nginx).toContain('limit_req zone=channel');
    expect(nginx).toMatch(
      /limit_conn_zone \$\$binary_remote_addr zone=connections:[\s\S]*limit_conn connections \d+;/,
    );
  });

  test('leaves metrics to the machine that each process is alone on', () => {
    for (const [, { environment }] of ours) expect(environment.METRICS_HOST).toBeUndefined();
  });

  test('publishes the gateway alone', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['gateway']);
  });
});
