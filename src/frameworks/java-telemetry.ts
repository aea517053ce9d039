import type { ElementRule, Framework } from '../domain/framework.js'

const telemetry = ['io.opentelemetry.*']
const micrometer = ['io.micrometer.*']

const rules: readonly ElementRule[] = [
  {
    id: 'builder',
    emit: 'element',
    match: {
      on: 'call',
      name: ['counterBuilder', 'histogramBuilder', 'upDownCounterBuilder', 'gaugeBuilder'],
      importing: telemetry,
    },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
    details: { unit: ['chained setUnit argument 0'] },
  },
  {
    id: 'micrometer',
    emit: 'element',
    match: {
      on: 'call',
      name: ['builder'],
      receiver: ['Counter', 'Gauge', 'Timer', 'DistributionSummary', 'LongTaskTimer', 'FunctionCounter'],
      importing: micrometer,
    },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
    details: { unit: ['chained baseUnit argument 0'] },
  },
  {
    id: 'registry',
    emit: 'element',
    match: {
      on: 'call',
      name: ['counter', 'gauge', 'timer', 'summary', 'more'],
      receiver: ['MeterRegistry()', 'Metrics'],
      receiverName: '(?:^|\\.)(?:meterRegistry|registry)$',
      importing: micrometer,
      minArguments: 1,
    },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
  },
  {
    id: 'annotation',
    emit: 'element',
    match: { on: 'decorator', name: ['Timed', 'Counted'], importing: micrometer },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
  },
  {
    id: 'attribute',
    emit: 'element',
    match: { on: 'call', name: ['setAttribute'], importing: telemetry, minArguments: 2 },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
  {
    id: 'key',
    emit: 'element',
    match: {
      on: 'call',
      name: ['stringKey', 'longKey', 'booleanKey', 'doubleKey', 'stringArrayKey'],
      importing: telemetry,
    },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
  {
    id: 'span-attribute',
    emit: 'element',
    match: { on: 'decorator', name: ['SpanAttribute'], importing: telemetry },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
]

/** Metrics and attributes of spans in Java: OpenTelemetry, Micrometer. */
export const javaTelemetry: Framework = {
  id: 'java-telemetry',
  languages: ['java'],
  imports: [...telemetry, ...micrometer],
  gate: ['io.opentelemetry', 'io.micrometer'],
  rules,
}
