import mongoose, { type mongo } from 'mongoose';

const {
  MongoCompatibilityError,
  MongoError,
  MongoInvalidArgumentError,
  MongoMissingCredentialsError,
  MongoNetworkError,
  MongoServerSelectionError,
} = mongoose.mongo;

const untrusted =
  'the TLS certificate there is self-signed, or of an authority that is not known here: name the authority by tlsCAFile in the URI, or by NODE_EXTRA_CA_CERTS';
const noTls = 'the MongoDB there does not speak TLS, which the URI asks for';
const closed =
  'the MongoDB there closes the connection: it may ask for TLS (tls=true in the URI), or for a client certificate (tlsCertificateKeyFile)';
const unresolved = 'the name of a host there cannot be resolved';
const unreadable = 'a certificate or key file that the URI names cannot be read';
const malformed =
  'the driver cannot read it: check hosts and options, and escape special characters in the password';
const noAnswer = 'no MongoDB answers there';
export const noPrimary =
  'the replica set there has no primary: it was never initiated, or has lost its majority';

/** The meaning of Node's errors of a connection, the most telling first. */
const byCode = new Map([
  ['CERT_HAS_EXPIRED', 'the TLS certificate there has expired'],
  ['CERT_NOT_YET_VALID', 'the TLS certificate there is not valid yet: look at the clocks of both sides'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the TLS certificate there is for another host name than the URI has'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', noTls],
  ['ENOTFOUND', unresolved],
  ['ENODATA', unresolved],
  ['EAI_AGAIN', unresolved],
]);

const unreadableFile = ['ENOENT', 'EACCES', 'EISDIR'];

/** The refusals of a server, by MongoDB's codes. */
const byServerCode = new Map([
  [13, 'the MongoDB there does not let this user, or a URI without one, work on this database'],
  [18, 'the MongoDB there refuses the user name or the password'],
  [94, noPrimary],
  [10107, noPrimary],
  [13435, noPrimary],
  [13436, noPrimary],
]);

/** Told by its members: errors of Node's own modules are instances of another `Error` where a realm has its own. */
const memberOf = (error: unknown, name: 'code' | 'cause' | 'message' | 'name'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** The problem of one connection. */
function problemOfConnection(error: unknown): string | undefined {
  for (let each = error; each; each = memberOf(each, 'cause')) {
    const told = byCode.get(String(memberOf(each, 'code')));
    if (told) return told;
    if (/before secure TLS connection/.test(String(memberOf(each, 'message')))) return noTls;
  }
  if (error instanceof MongoCompatibilityError) return 'the MongoDB there is too old for this program';
  if (!(error instanceof MongoNetworkError)) return undefined;
  return /^connection \S+ to \S+ closed$/.test(error.message) ? closed : noAnswer;
}

/** The problem of the servers that were looked for, none of which is a primary. */
function problemOfSet({ servers, setName, type }: mongo.TopologyDescription): string {
  const found = [...servers.values()];
  if (found.length === 0 && setName && type === 'ReplicaSetNoPrimary')
    // The driver strikes a server of another set from its list.
    return 'the MongoDB there is not of the replica set that the URI names (replicaSet)';
  const problems = found.flatMap(({ error }) => (error ? (problemOfConnection(error) ?? []) : []));
  const mostTelling = [...byCode.values(), closed].find((each) => problems.includes(each));
  if (mostTelling) return mostTelling;
  if (found.some((server) => server.type !== 'Unknown')) return noPrimary;
  return problems[0] ?? noAnswer;
}

/** Mongoose makes an error of its own of the driver's; both have the driver's view of the servers as their reason. */
function isSelection(error: unknown): error is { reason?: mongo.TopologyDescription } {
  const { MongooseServerSelectionError } = mongoose.Error;
  return error instanceof MongoServerSelectionError || error instanceof MongooseServerSelectionError;
}

/** Recognised by its name: the package that parses connection strings has its own error of the same name as the driver's. */
const isMalformed = (error: unknown): boolean =>
  memberOf(error, 'name') === 'MongoParseError' ||
  error instanceof MongoInvalidArgumentError ||
  error instanceof MongoMissingCredentialsError ||
  /^Unable to parse .* with URL$/.test(String(memberOf(error, 'message')));

/**
 * The reason why a database cannot be used, in one line for the person who has to put it right. The driver's own words
 * are not repeated: they can hold a part of the URI, or of a record.
 * @returns undefined for an error that is no such thing
 */
export function databaseProblem(error: unknown): string | undefined {
  if (isSelection(error)) return error.reason ? problemOfSet(error.reason) : noAnswer;
  if (isMalformed(error)) return malformed;
  if (error instanceof MongoError) return byServerCode.get(Number(error.code)) ?? problemOfConnection(error);
  return problemOfConnection(error);
}

/** The same for an error while connecting, where an unknown error means that nothing answers. */
export function connectionProblem(error: unknown): string {
  if (unreadableFile.includes(String(memberOf(error, 'code')))) return unreadable;
  return databaseProblem(error) ?? noAnswer;
}
