import type { ElementRule, Framework } from '../domain/framework.js'

const field = { fit: '^([A-Za-z][\\w.-]*)$' } as const

const zapFields = [
  ...[
    'String',
    'Strings',
    'Int',
    'Int32',
    'Int64',
    'Uint',
    'Uint32',
    'Uint64',
    'Bool',
    'Float64',
    'Duration',
  ],
  ...[
    'Time',
    'Any',
    'Stringer',
    'ByteString',
    'NamedError',
    'Object',
    'Array',
    'Reflect',
    'Namespace',
    'Group',
  ],
]
const zerologFields = [
  ...[
    'Str',
    'Strs',
    'Int',
    'Int8',
    'Int32',
    'Int64',
    'Uint',
    'Uint32',
    'Uint64',
    'Bool',
    'Float32',
    'Float64',
  ],
  ...[
    'Dur',
    'Time',
    'Any',
    'Interface',
    'AnErr',
    'Stringer',
    'Bytes',
    'Hex',
    'RawJSON',
    'Ints',
    'Dict',
    'Object',
  ],
]
const levels = ['Debug', 'Info', 'Warn', 'Error']

/** Keys and values take turns. */
function pairs(
  id: string,
  name: readonly string[],
  first: number,
  receivers: readonly string[],
): readonly ElementRule[] {
  return [0, 2, 4, 6, 8, 10].map((at) => ({
    id: `${id}-${at / 2}`,
    emit: 'element',
    match: { on: 'call', name, receiver: receivers, minArguments: first + at + 2 },
    action: 'emits',
    element: 'log {field}',
    words: { field: { from: [`argument ${first + at}`], ...field } },
  }))
}

const slog = ['slog', 'slog.New()', 'slog.Logger()', 'slog.Default()', 'slog.With()']
const sugar = ['zap.SugaredLogger()', 'zap.NewProduction().Sugar()', 'zap.Logger().Sugar()', 'zap.S()']

const rules: readonly ElementRule[] = [
  ...pairs('slog', levels, 1, slog),
  ...pairs(
    'slog-context',
    levels.map((level) => `${level}Context`),
    2,
    slog,
  ),
  ...pairs('slog-with', ['With'], 0, slog),
  ...pairs(
    'zap-sugar',
    levels.map((level) => `${level}w`),
    1,
    sugar,
  ),
  {
    id: 'constructed',
    emit: 'element',
    match: { on: 'call', name: zapFields, receiver: ['zap', 'slog'], minArguments: 2 },
    action: 'emits',
    element: 'log {field}',
    words: { field: { from: ['argument 0'], ...field } },
  },
  {
    id: 'zerolog',
    emit: 'element',
    match: {
      on: 'call',
      name: zerologFields,
      receiverLike: '(?:log|zerolog)\\.\\w+\\(\\)(?:\\.\\w+\\(\\))*',
      minArguments: 2,
    },
    action: 'emits',
    element: 'log {field}',
    words: { field: { from: ['argument 0'], ...field } },
  },
  {
    id: 'logrus',
    emit: 'element',
    match: { on: 'call', name: ['WithField'], receiverLike: 'logrus(?:\\.\\w+\\(\\))*', minArguments: 2 },
    action: 'emits',
    element: 'log {field}',
    words: { field: { from: ['argument 0'], ...field } },
  },
  {
    id: 'logrus-fields',
    emit: 'element',
    match: { on: 'call', name: ['WithFields'], receiverLike: 'logrus(?:\\.\\w+\\(\\))*', minArguments: 1 },
    action: 'emits',
    element: 'log {field}',
    each: ['argument 0'],
    words: { field: { from: ['key'], ...field } },
  },
]

/** Fields of structured logs in Go: slog, zap, zerolog, logrus. */
export const goLogs: Framework = {
  id: 'go-logs',
  languages: ['go'],
  imports: [
    'log/slog',
    'golang.org/x/exp/slog',
    'go.uber.org/zap',
    'github.com/rs/zerolog',
    'github.com/rs/zerolog/log',
    'github.com/sirupsen/logrus',
  ],
  gate: ['log/slog', 'uber.org/zap', 'rs/zerolog', 'sirupsen/logrus', 'exp/slog'],
  rules,
}
