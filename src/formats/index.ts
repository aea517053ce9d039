/**
 * How the files around code say it: deployments, schemas, dashboards, workflows, manifests, one file or folder a format.
 * A format gives facts of one text, without a language's outline. Deliberately absent: what a fact means for a contract
 * (the kinds of contract know it), other files, and rendering: a template is read for what it needs, never run.
 */
import type { Format } from '../domain/format.js'
import { asyncapi } from './asyncapi/index.js'
import { avro } from './avro/index.js'
import { compose } from './compose/index.js'
import { dockerfile } from './dockerfile.js'
import { docs } from './docs/index.js'
import { envFile } from './env-file.js'
import { grafanaDashboard } from './grafana-dashboard/index.js'
import { grafanaProvisioning } from './grafana-provisioning.js'
import { graphql } from './graphql/index.js'
import { helm } from './helm/index.js'
import { jsonSchema } from './json-schema/index.js'
import { kubernetes } from './kubernetes/index.js'
import { otelCollector } from './otel-collector/index.js'
import { packageManifest } from './package-manifest/index.js'
import { prisma } from './prisma.js'
import { prometheusRules } from './prometheus-rules.js'
import { protobuf } from './protobuf/index.js'
import { settingsFile } from './settings-file/index.js'
import { shell } from './shell/index.js'
import { slo } from './slo.js'
import { springConfig } from './spring-config.js'
import { sql, sqlMigration } from './sql/index.js'
import { template } from './template.js'
import { workflow } from './workflow/index.js'

export { embedded } from './embedded.js'
export { readGraphql } from './graphql/index.js'
export type * from './protobuf/index.js'
export { parseProto } from './protobuf/index.js'
export { readSql } from './sql/index.js'

export const formats: readonly Format[] = [
  compose,
  dockerfile,
  envFile,
  graphql,
  helm,
  kubernetes,
  otelCollector,
  packageManifest,
  protobuf,
  asyncapi,
  avro,
  jsonSchema,
  prisma,
  settingsFile,
  springConfig,
  sql,
  sqlMigration,
  template,
  workflow,
  grafanaDashboard,
  grafanaProvisioning,
  prometheusRules,
  slo,
  docs,
  shell,
]
