/**
 * The code of an engine's error, such as `SQLITE_BUSY` or `23505`; empty when there is none. By shape and not by class:
 * a native module that is loaded twice in one process, as test runners do, throws the errors of its first loading.
 */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
