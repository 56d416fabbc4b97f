import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Certificates that openssl has made, as files: one with its key, as mongod takes them, and their authority's. */
export interface Certificates {
  authority: string;
  /** Of a server at 127.0.0.1, by the authority. */
  good: string;
  /** The same, over since yesterday. */
  expired: string;
  /** The same, of another host. */
  elsewhere: string;
  /** Of a server at 127.0.0.1, by itself. */
  selfSigned: string;
}

export function makeCertificates(directory: string): Certificates {
  const file = (name: string) => join(directory, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: directory, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const ofItself = (name: string, host: string) =>
    openssl(
      ...['req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=${host}`, '-keyout', `${name}.key`, '-out', `${name}.crt`],
    );
  const withKey = (name: string) => {
    writeFileSync(
      file(`${name}.pem`),
      readFileSync(file(`${name}.crt`), 'utf8') + readFileSync(file(`${name}.key`), 'utf8'),
    );
    return file(`${name}.pem`);
  };
  const byAuthority = (name: string, host: string, days: string) => {
    openssl(
      ...['req', ...newKey, '-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`],
      ...['-keyout', `${name}.key`, '-out', `${name}.csr`],
    );
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'authority.crt', '-CAkey', 'authority.key'],
      ...['-CAcreateserial', '-days', days, '-copy_extensions', 'copy', '-out', `${name}.crt`],
    );
    return withKey(name);
  };
  ofItself('authority', 'DNS:authority');
  ofItself('self', 'IP:127.0.0.1');
  return {
    authority: file('authority.crt'),
    good: byAuthority('good', 'IP:127.0.0.1', '2'),
    expired: byAuthority('expired', 'IP:127.0.0.1', '-1'),
    elsewhere: byAuthority('elsewhere', 'DNS:elsewhere.example', '2'),
    selfSigned: withKey('self'),
  };
}
