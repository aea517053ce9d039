/**
 * A mistake that a person can mend: bad input, missing permission, wrong settings. Its message is good Markdown and is
 * shown as it is, without a stack. Everything else that is thrown is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError'

  /** `code` is stable and documented in `docs/errors.md`. */
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The code of anything thrown, such as `ENOENT`; empty when it has none. By shape: not every error is of our realm. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
