import type { ElementRule, Framework } from '../domain/framework.js'

const kinds = ['Counter', 'UpDownCounter', 'Histogram', 'Gauge']
const created = [...kinds, ...kinds.map((kind) => `Observable${kind}`)].map((kind) => `create${kind}`)

const metrics: readonly ElementRule[] = [
  {
    id: 'meter',
    emit: 'element',
    match: { on: 'call', name: created, minArguments: 1, firstArgument: '^[\\w.-]+$|^$' },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
    details: { unit: ['argument 1 . unit'] },
  },
  {
    id: 'prom-client',
    emit: 'element',
    match: { on: 'new', name: ['Counter', 'Gauge', 'Histogram', 'Summary'], receiver: ['prom-client'] },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0 . name'] },
  },
  {
    id: 'provider',
    emit: 'element',
    match: {
      on: 'call',
      name: [...['makeCounterProvider', 'makeGaugeProvider', 'makeHistogramProvider', 'makeSummaryProvider']],
    },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0 . name'] },
  },
]

/** Spans under the names that people give them: `setAttribute` alone is of the page's elements too. */
const span = {
  receiver: [
    ...['api.trace.getActiveSpan()', 'api.trace.getSpan()', 'api.Span()', 'sdk-trace-base.Span()'],
    ...['api.trace.getTracer().startSpan()', 'api.Tracer().startSpan()', 'dd-trace.startSpan()'],
  ],
  receiverName: '(?:^|\\.)\\w*[sS]pan$',
} as const

const spans: readonly ElementRule[] = [
  {
    id: 'attribute',
    emit: 'element',
    match: { on: 'call', name: ['setAttribute'], ...span, minArguments: 2 },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
  {
    id: 'attributes',
    emit: 'element',
    match: { on: 'call', name: ['setAttributes'], ...span },
    action: 'emits',
    element: 'span {attribute}',
    each: ['argument 0'],
    words: { attribute: ['key'] },
  },
  {
    id: 'started',
    emit: 'element',
    match: { on: 'call', name: ['startSpan', 'startActiveSpan'], minArguments: 2 },
    action: 'emits',
    element: 'span {attribute}',
    each: ['argument 1 . attributes'],
    words: { attribute: ['key'] },
  },
]

/** Metrics and attributes of spans in JavaScript: OpenTelemetry, prom-client. */
export const javascriptTelemetry: Framework = {
  id: 'javascript-telemetry',
  languages: ['typescript'],
  imports: ['@opentelemetry/*', 'prom-client', 'dd-trace'],
  gate: [
    'opentelemetry',
    'prom-client',
    'setAttribute',
    'createCounter',
    'createHistogram',
    'startSpan',
    'Provider({',
  ],
  rules: [...metrics, ...spans],
}
