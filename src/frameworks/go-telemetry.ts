import type { ElementRule, Framework } from '../domain/framework.js'

const instruments = [
  'Counter',
  'UpDownCounter',
  'Histogram',
  'Gauge',
  'ObservableCounter',
  'ObservableGauge',
  'ObservableUpDownCounter',
]
const types = [
  'String',
  'Int',
  'Int64',
  'Float64',
  'Bool',
  'StringSlice',
  'Int64Slice',
  'IntSlice',
  'Stringer',
  'Key',
]

const rules: readonly ElementRule[] = [
  {
    id: 'meter',
    emit: 'element',
    match: { on: 'call', name: instruments.flatMap((each) => [`Int64${each}`, `Float64${each}`]) },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
    details: { unit: ['given WithUnit argument 0'] },
  },
  {
    id: 'options',
    emit: 'element',
    match: {
      on: 'literal',
      name: ['CounterOpts', 'GaugeOpts', 'HistogramOpts', 'SummaryOpts', 'Opts', 'UntypedOpts'],
      receiver: ['prometheus'],
    },
    action: 'emits',
    element: 'metric {namespace}{subsystem}{metric}',
    words: {
      namespace: { from: ['keyword Namespace'], after: '_', default: '' },
      subsystem: { from: ['keyword Subsystem'], after: '_', default: '' },
      metric: ['keyword Name'],
    },
  },
  {
    id: 'description',
    emit: 'element',
    match: { on: 'call', name: ['NewDesc'], receiver: ['prometheus'] },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
  },
  {
    id: 'attribute',
    emit: 'element',
    match: { on: 'call', name: types, receiver: ['attribute'], minArguments: 1 },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
]

/** Metrics and attributes of spans in Go: OpenTelemetry, Prometheus. */
export const goTelemetry: Framework = {
  id: 'go-telemetry',
  languages: ['go'],
  imports: [
    'go.opentelemetry.io/otel/attribute',
    'go.opentelemetry.io/otel/metric',
    'github.com/prometheus/client_golang/prometheus',
    'github.com/prometheus/client_golang/prometheus/promauto',
  ],
  gate: ['opentelemetry.io', 'client_golang'],
  rules,
}
