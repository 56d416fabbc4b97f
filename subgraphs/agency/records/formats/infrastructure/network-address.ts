import { domainToASCII } from 'node:url';
import validator from 'validator';
import { type CheckResult, refuse } from '../../problem.ts';
import type { Identified } from './check-device.ts';

/** Reports write `evil[.]example` so that nobody clicks on it. */
const refanged = (text: string): string => text.replace(/\[\.\]|\(\.\)/g, '.');

const identified = (value: string): CheckResult<Identified> => ({
  value: { value, compared: value, checksum: 'NONE' },
});

/** A domain as the DNS has it: in ASCII (IDNA), lower case, without the root's dot. */
export function checkDomain(text: string): CheckResult<Identified> {
  const written = refanged(text).replace(/\.$/, '');
  // `domainToASCII` would take the host out of more than a domain.
  const domain = /^[\p{L}\p{M}\p{N}._-]+$/u.test(written) ? domainToASCII(written) : '';
  if (domain === '' || !validator.isFQDN(domain, { allow_underscores: true })) {
    return refuse(
      'DOMAIN_INVALID',
      'This is not a domain: give the domain alone, such as mail.example.org, without https:// or a path.',
    );
  }
  return identified(domain);
}

/** An IP address of version 4, or of version 6 in its shortest spelling (RFC 5952). */
export function checkIpAddress(text: string): CheckResult<Identified> {
  const address = refanged(text);
  if (validator.isIP(address, 4)) return identified(address);
  if (validator.isIP(address, 6) && !address.includes('%')) {
    return identified(new URL(`http://[${address}]`).hostname.slice(1, -1));
  }
  return refuse('IP_INVALID', 'This is not an IP address: give one address, without port or network mask.');
}
