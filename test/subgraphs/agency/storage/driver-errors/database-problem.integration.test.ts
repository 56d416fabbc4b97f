import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { mongo } from 'mongoose';
import { connectDatabase, openDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { makeCertificates } from '../../../../support/certificates.ts';
import { until } from '../../../../support/end-to-end/until.ts';
import { long } from '../../../../support/long.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { initiate, type Mongod, setName, startMongod } from '../../../../support/mongod.ts';
import { temporaryDirectory } from '../../../../support/temporary-directory.ts';

const temporary = temporaryDirectory();
const certificates = makeCertificates(temporary.path(''));
const trusting = `tls=true&tlsCAFile=${encodeURIComponent(certificates.authority)}`;
const secret = 'pass-word-4711';

/** What is told of a database that cannot be had. */
const told = (uri: string): Promise<string> =>
  connectDatabase('BELARUS', uri).then(
    async (connection) => {
      await connection.close();
      return 'connected';
    },
    ({ name, message }: Error) => `${name} ${message}`,
  );

const oneLine = (problem: string) =>
  expect.stringMatching(new RegExp(`^SettingsError BELARUS_MONGODB_URI: [^\\n]*${problem}[^\\n]*$`));

const replicaSet = ['--replSet', setName];
const tlsOf = (certificate: string) => [
  ...['--tlsMode', 'requireTLS', '--tlsCertificateKeyFile', certificate],
];

describe('a MongoDB behind TLS', () => {
  let good: Mongod;
  let selfSigned: Mongod;
  let elsewhere: Mongod;
  beforeAll(async () => {
    [good, selfSigned, elsewhere] = await Promise.all([
      startMongod(...tlsOf(certificates.good), ...replicaSet),
      startMongod(...tlsOf(certificates.selfSigned)),
      startMongod(...tlsOf(certificates.elsewhere)),
    ]);
    await initiate(good, trusting);
  });

  test('is connected to where its certificate is good', async () => {
    expect(await told(good.uri('belarus', trusting))).toBe('connected');
  });

  test('is told of where its certificate is by an authority that is not known here', async () => {
    expect(await told(good.uri('belarus', 'tls=true'))).toEqual(oneLine('self-signed, or of an authority'));
  });

  long.test('is told of where its certificate is self-signed', async () => {
    expect(await told(selfSigned.uri('belarus', trusting))).toEqual(
      oneLine('certificate there is self-signed'),
    );
  });

  long.test('is told of where its certificate is for another host', async () => {
    expect(await told(elsewhere.uri('belarus', trusting))).toEqual(oneLine('for another host name'));
  });

  test('is told of where the URI does not ask for TLS', async () => {
    expect(await told(good.uri('belarus'))).toEqual(oneLine('may ask for TLS'));
  });

  test('is told of where the authority’s certificate cannot be read', async () => {
    expect(await told(good.uri('belarus', 'tls=true&tlsCAFile=/nowhere/ca'))).toEqual(
      oneLine('file that the URI names cannot be read'),
    );
  });

  test('is told of where its certificate has expired', async () => {
    // A mongod does not start with such a one: it had it when it was good. Here a proxy has it in its place.
    const plain = await startMongod(...replicaSet);
    await initiate(plain);
    const pem = readFileSync(certificates.expired);
    const sockets = new Set<Socket>();
    const proxy = createServer({ cert: pem, key: pem }, (incoming) => {
      const outgoing = connect(plain.port, '127.0.0.1');
      for (const socket of [incoming, outgoing]) sockets.add(socket.on('error', () => undefined));
      incoming.pipe(outgoing).pipe(incoming);
    }).on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = proxy.address() as { port: number };
      expect(await told(`mongodb://127.0.0.1:${port}/belarus?${trusting}`)).toEqual(
        oneLine('certificate there has expired'),
      );
      // Of itself the set says its own address, which is not the proxy's.
      const unchecked = 'tls=true&tlsAllowInvalidCertificates=true&directConnection=true';
      expect(await told(`mongodb://127.0.0.1:${port}/belarus?${unchecked}`)).toBe('connected');
      expect(await told(plain.uri('belarus', trusting))).toEqual(oneLine('does not speak TLS'));
    } finally {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    }
  });
});

describe('a MongoDB with users', () => {
  let mongod: Mongod;
  beforeAll(async () => {
    // A set with users wants a key by which its members know each other.
    const keyFile = temporary.path('key');
    await writeFile(keyFile, randomBytes(96).toString('base64'), { mode: 0o400 });
    mongod = await startMongod('--keyFile', keyFile, ...replicaSet);
    await initiate(mongod);
    const client = await mongo.MongoClient.connect(mongod.uri('admin'));
    try {
      // The first one may be made by anybody on this machine.
      const admin = client.db('admin');
      const root = { createUser: 'root', pwd: secret, roles: ['root'] };
      await admin.command(root);
    } finally {
      await client.close();
    }
    const asRoot = await mongo.MongoClient.connect(mongod.uri('admin', '', `root:${secret}`));
    try {
      const right = (createUser: string, role: string) =>
        asRoot.db('admin').command({ createUser, pwd: secret, roles: [{ role, db: 'belarus' }] });
      await right('belarus', 'readWrite');
      await right('reader', 'read');
    } finally {
      await asRoot.close();
    }
  });
  const as = (credentials: string, database = 'belarus') =>
    mongod.uri(database, 'authSource=admin', credentials);

  test('is connected to by a user of it', async () => {
    expect(await told(as(`belarus:${secret}`))).toBe('connected');
  });

  test.each([
    ['another password', `belarus:${secret}-not`],
    ['another name', `russia:${secret}`],
  ])('refuses %s, which is told without it', async (_what, credentials) => {
    const problem = await told(as(credentials));
    expect(problem).toEqual(oneLine('refuses the user name or the password'));
    expect(problem).not.toContain(secret);
  });

  test('refuses who has no name, or no right to this database, and that is told', async () => {
    const noRight = oneLine('does not let this user, or a URI without one, work on this database');
    expect(await told(mongod.uri('belarus'))).toEqual(noRight);
    expect(await told(as(`belarus:${secret}`, 'russia'))).toEqual(noRight);
  });

  test('refuses a user who may read and not write, which is told before anything is served', async () => {
    const reader = as(`reader:${secret}`);
    expect(await told(reader)).toBe('connected');
    await expect(openDatabase('BELARUS', reader, testNaming)).rejects.toThrow(
      /^BELARUS_MONGODB_URI: the MongoDB there does not let this user/,
    );
  });
});

describe('a replica set', () => {
  let mongod: Mongod;
  beforeAll(async () => {
    mongod = await startMongod(...replicaSet);
  });
  const noPrimary = oneLine('no primary');
  const ways = ['', 'replicaSet=records', 'directConnection=true'];

  test.each(ways)('that was never initiated has no primary, which is told (%s)', async (options) => {
    expect(await told(mongod.uri('belarus', options))).toEqual(noPrimary);
  });

  test('that has another name is told as such, and with a primary it is connected to', async () => {
    await initiate(mongod);
    for (const options of ways) expect(await told(mongod.uri('belarus', options))).toBe('connected');
    expect(await told(mongod.uri('belarus', 'replicaSet=others'))).toEqual(
      oneLine('not of the replica set that the URI names'),
    );
  });
});

describe('where no MongoDB is', () => {
  test('is told without its address', async () => {
    const problem = await told(`mongodb://belarus:${secret}@127.0.0.1:1/belarus`);
    expect(problem).toEqual(oneLine('no MongoDB answers there'));
    expect(problem).not.toMatch(/127\.0\.0\.1|4711/);
  });

  test.each(['mongodb://records.invalid/belarus', 'mongodb+srv://records.invalid/belarus'])(
    'is told where its name is nobody’s: %s',
    async (uri) => {
      expect(await told(uri)).toEqual(oneLine('name of a host there cannot be resolved'));
    },
  );

  test.each([
    ['an option that does not exist', 'mongodb://records/belarus?replicaSte=pass-word-4711'],
    ['a password that is not escaped', 'mongodb://belarus:pass-word-4711:@x@records/belarus'],
    ['a port that is none', `mongodb://belarus:${secret}@records:99999/belarus`],
    ['a name that is not escaped', `mongodb://be%larus:${secret}@records/belarus`],
  ])('%s is told, and nothing of the URI is repeated', async (_what, uri) => {
    const problem = await told(uri);
    expect(problem).toEqual(oneLine('the driver cannot read it'));
    expect(problem).not.toContain('4711');
  });
});

describe('a start that waits for a database', () => {
  const opening = (recoversWithin: number) => {
    const waits: string[] = [];
    return { waits, given: { recoversWithin, onWait: () => void waits.push('waits') } };
  };

  test('goes on once a set that answers has its primary, and says once that it waits', async () => {
    const mongod = await startMongod(...replicaSet);
    const { waits, given } = opening(60_000);
    const opened = connectDatabase('BELARUS', mongod.uri('belarus', 'directConnection=true'), given);
    await until(() => waits.length > 0, 30_000);
    await initiate(mongod);
    await (await opened).close();
    expect(waits).toEqual(['waits']);
  });

  test('is refused at once where nobody answers, and in the end where there is no primary', async () => {
    const nobody = opening(60_000);
    const closed = 'mongodb://127.0.0.1:1/belarus';
    await expect(connectDatabase('BELARUS', closed, nobody.given)).rejects.toThrow(
      'no MongoDB answers there',
    );
    const mongod = await startMongod(...replicaSet);
    const none = opening(1);
    const uri = mongod.uri('belarus', 'directConnection=true');
    const named = { ...none.given, variable: 'BELARUS_JOBS_MONGODB_URI' };
    await expect(connectDatabase('BELARUS', uri, named)).rejects.toThrow(
      /^BELARUS_JOBS_MONGODB_URI: the replica set there has no primary/,
    );
    expect(nobody.waits).toEqual([]);
  });
});
