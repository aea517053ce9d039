import type { ElementRule, Framework } from '../domain/framework.js'

const levels = ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'fatal', 'log', 'msg']
const loggers = ['structlog.get_logger()', 'structlog.getLogger()', 'structlog.stdlib.get_logger()']

const rules: readonly ElementRule[] = [
  {
    id: 'extra',
    emit: 'element',
    match: { on: 'call', name: levels },
    action: 'emits',
    element: 'log {field}',
    each: ['keyword extra'],
    words: { field: { from: ['key'], fit: '^([\\w.-]+)$' } },
  },
  {
    id: 'structlog',
    emit: 'element',
    match: { on: 'call', name: levels, receiver: [...loggers, ...loggers.map((each) => `${each}.bind()`)] },
    action: 'emits',
    element: 'log {field}',
    each: ['keywords'],
    words: { field: { from: ['key'], fit: '^(?!exc_info$|stack_info$)(\\w+)$' } },
  },
  {
    id: 'bind',
    emit: 'element',
    match: { on: 'call', name: ['bind', 'new'], receiver: loggers },
    action: 'emits',
    element: 'log {field}',
    each: ['keywords'],
    words: { field: ['key'] },
  },
]

/** Fields of structured logs in Python: structlog, and `extra` of the standard library. */
export const pythonLogs: Framework = {
  id: 'python-logs',
  languages: ['python'],
  imports: ['structlog', 'structlog.*', 'logging'],
  gate: ['structlog', 'extra='],
  rules,
}
