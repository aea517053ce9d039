import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether a body was signed by somebody who knows one of the secrets: HMAC-SHA256 over the raw bytes, compared in
 * constant time. Every secret is tried even after a match, so that the time does not tell which one it was. GitHub's
 * old `x-hub-signature` (SHA-1) proves nothing here.
 */
export function isSigned(secrets: readonly string[], body: Buffer, header: string | undefined): boolean {
  const given = Buffer.from(header ?? '')
  return secrets.map((secret) => matches(secret, body, given)).some((matched) => matched)
}

/** The value of `x-hub-signature-256` for a body. */
export function signatureOf(secret: string, body: Buffer | string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

function matches(secret: string, body: Buffer, given: Buffer): boolean {
  const expected = Buffer.from(signatureOf(secret, body))
  // `timingSafeEqual` throws for unequal lengths; the length of a signature is no secret.
  return given.length === expected.length && timingSafeEqual(given, expected)
}
