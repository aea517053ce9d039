import pino, { type Logger } from 'pino'
import { redact } from '../lib/redact.js'

/** A logger of JSON lines in which no secret can stand: each line is redacted as it is written, whatever was logged. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, hooks: { streamWrite: redact } })
}
