import type { ElementRule, Framework } from '../domain/framework.js'

const kinds = ['counter', 'up_down_counter', 'histogram', 'gauge']
const created = [
  ...kinds.map((kind) => `create_${kind}`),
  ...['counter', 'up_down_counter', 'gauge'].map((kind) => `create_observable_${kind}`),
]

const rules: readonly ElementRule[] = [
  {
    id: 'meter',
    emit: 'element',
    match: { on: 'call', name: created },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0', 'keyword name'] },
    details: { unit: ['keyword unit'] },
  },
  {
    id: 'prometheus',
    emit: 'element',
    match: {
      on: 'call',
      name: ['Counter', 'Gauge', 'Histogram', 'Summary', 'Info', 'Enum'],
      receiver: ['prometheus_client'],
    },
    action: 'emits',
    element: 'metric {namespace}{subsystem}{metric}',
    words: {
      namespace: { from: ['keyword namespace'], after: '_', default: '' },
      subsystem: { from: ['keyword subsystem'], after: '_', default: '' },
      metric: ['argument 0', 'keyword name'],
    },
    details: { unit: ['keyword unit'] },
  },
  {
    id: 'attribute',
    emit: 'element',
    match: { on: 'call', name: ['set_attribute'], minArguments: 2 },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
  {
    id: 'attributes',
    emit: 'element',
    match: { on: 'call', name: ['set_attributes'] },
    action: 'emits',
    element: 'span {attribute}',
    each: ['argument 0'],
    words: { attribute: ['key'] },
  },
  {
    id: 'started',
    emit: 'element',
    match: { on: 'call', name: ['start_span', 'start_as_current_span'] },
    action: 'emits',
    element: 'span {attribute}',
    each: ['keyword attributes'],
    words: { attribute: ['key'] },
  },
]

/** Metrics and attributes of spans in Python: OpenTelemetry, prometheus_client. */
export const pythonTelemetry: Framework = {
  id: 'python-telemetry',
  languages: ['python'],
  imports: ['prometheus_client', 'opentelemetry', 'opentelemetry.*'],
  gate: ['opentelemetry', 'prometheus_client', 'set_attribute', 'create_counter', 'create_histogram'],
  rules,
}
