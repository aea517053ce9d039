import type { ElementRule, Framework } from '../domain/framework.js'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'verbose', 'http', 'notice', 'silly']

/** Loggers of a known maker, and what is called so and nobody here made. */
const of = {
  receiver: [
    ...['pino()', 'pino.pino()', 'pino.Logger()', 'pino().child()', 'nestjs-pino.PinoLogger()'],
    ...['winston.createLogger()', 'winston.Logger()', 'winston', 'bunyan.createLogger()'],
  ],
  receiverName: '(?:^|\\.)(?:log|logger|\\w*Logger)$',
} as const

function rule(id: string, place: string): ElementRule {
  return {
    id,
    emit: 'element',
    match: { on: 'call', name: levels, ...of, minArguments: 1 },
    action: 'emits',
    element: 'log {field}',
    each: [place],
    words: { field: { from: ['key'], fit: '^([\\w.$@-]+)$' } },
  }
}

/** Fields of structured logs in JavaScript: Pino's stand before the message, Winston's behind it. */
export const javascriptLogs: Framework = {
  id: 'javascript-logs',
  languages: ['typescript'],
  imports: ['pino', 'winston', 'bunyan', 'nestjs-pino'],
  gate: ['pino', 'winston', 'bunyan', 'logger.', 'log.'],
  rules: [
    rule('before', 'argument 0'),
    rule('behind', 'argument 1'),
    {
      id: 'child',
      emit: 'element',
      match: { on: 'call', name: ['child'], ...of, minArguments: 1 },
      action: 'emits',
      element: 'log {field}',
      each: ['argument 0'],
      words: { field: { from: ['key'], fit: '^([\\w.$@-]+)$' } },
    },
  ],
}
