/**
 * A text without the secrets in it. Each becomes a placeholder that names its kind, so that a reader and the model still
 * see that a value stood there. Patterns have no nested repetition, so time is linear in the text.
 */
export function redact(text: string): string {
  return kinds.reduce(
    (rest, [kind, pattern]) => rest.replace(pattern, (_, before = '') => `${keep(before)}<<SECRET:${kind}>>`),
    text,
  )
}

/** True when a text holds something that `redact` would remove. */
export function holdsSecret(text: string): boolean {
  return redact(text) !== text
}

/**
 * The commonest kinds, from the vendors' own documents; the first group, where there is one, is kept. GitHub's
 * installation tokens have been `ghs_<app>_<JWT>` since April 2026: about 520 characters, with dots.
 */
const kinds: readonly (readonly [string, RegExp])[] = [
  [
    'private-key',
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  ],
  ['github-token', /\b(?:gh[pousr]_[A-Za-z0-9._-]{20,1000}|github_pat_[A-Za-z0-9_]{20,255})/g],
  ['anthropic-key', /\bsk-ant-[A-Za-z0-9_-]{20,200}/g],
  ['openai-key', /\bsk-(?:proj-)?[A-Za-z0-9_-]{32,200}/g],
  ['aws-key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['google-key', /\bAIza[A-Za-z0-9_-]{35}/g],
  ['slack-token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,200}/g],
  ['stripe-key', /\b[rs]k_live_[A-Za-z0-9]{20,200}/g],
  ['npm-token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['jwt', /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}/g],
  ['url-password', /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"`]{1,80}:)[^\s@/'"`{}$]{3,200}(?=@)/g],
  [
    'assigned',
    /((?:password|passwd|secret|api_?key|access_?key|auth_?token|private_?key)["']?\s{0,4}[:=]\s{0,4}["'])[^"'\s${}<>]{8,200}(?=["'])/gi,
  ],
]

/** `replace` passes the match's offset where a pattern has no group. */
function keep(before: unknown): string {
  return typeof before === 'string' ? before : ''
}
