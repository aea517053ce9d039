import type { ElementRule, Framework } from '../domain/framework.js'

const kinds = [
  'Counter',
  'UpDownCounter',
  'Histogram',
  'Gauge',
  'ObservableCounter',
  'ObservableGauge',
  'ObservableUpDownCounter',
]
const importing = ['System.Diagnostics*', 'OpenTelemetry*', 'Prometheus*']

const rules: readonly ElementRule[] = [
  {
    id: 'meter',
    emit: 'element',
    match: {
      on: 'call',
      name: [...kinds, 'Summary'].map((kind) => `Create${kind}`),
      importing,
      minArguments: 1,
    },
    action: 'emits',
    element: 'metric {metric}',
    words: { metric: ['argument 0'] },
    details: { unit: ['keyword unit'] },
  },
  {
    id: 'tag',
    emit: 'element',
    match: { on: 'call', name: ['SetTag', 'AddTag'], importing, minArguments: 2 },
    action: 'emits',
    element: 'span {attribute}',
    words: { attribute: ['argument 0'] },
  },
]

/** Metrics and tags of activities in .NET: its own, OpenTelemetry, prometheus-net. */
export const dotnetTelemetry: Framework = {
  id: 'dotnet-telemetry',
  languages: ['csharp'],
  imports: importing,
  gate: ['System.Diagnostics', 'OpenTelemetry', 'Prometheus'],
  rules,
}
