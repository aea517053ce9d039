import type { Format } from '../domain/format.js'

/** Why a file is not read although its language is known; null when it is. */
export function skipReason(path: string, size: number): string | null {
  if (/(^|\/)(?:node_modules|bower_components|vendor|third_party|\.yarn)\//.test(path))
    return 'code of others'
  if (
    /(^|\/)(?:dist|build|out|\.next|\.nuxt|coverage|__generated__|target\/(?:classes|debug|release|generated-[\w-]+))\//.test(
      path,
    )
  )
    return 'built from other files'
  if (
    /\.min\.[cm]?js$|\.bundle\.js$|[.-](?:pb|pb2|pb2_grpc|_pb)\.(?:go|py|ts|js)$|_pb2?(?:_grpc)?\.(?:py|js|ts)$|\.pb\.go$|\.(?:g|g\.i|generated|Designer|designer)\.cs$|(?:^|\/)obj\/.*\.cs$/.test(
      path,
    )
  )
    return 'generated'
  return size > maxBytes ? `larger than ${maxBytes / 1_000_000} MB` : null
}

/** Files above it are data or bundles: 0.03 % of the files of 56 repositories. */
export const maxBytes = 1_000_000

/** Whether a file may hold facts by its path: code, a document or another format, and nobody else's code. */
export function createWanted(
  endings: readonly string[],
  formats: readonly Format[],
): (path: string) => boolean {
  const known = new Set([...endings, '.yaml', '.yml', '.json'])
  const isKnown = (path: string) => known.has(/\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '')
  return (path) =>
    (isKnown(path) || formats.some((format) => format.mayBe(path))) && skipReason(path, 0) === null
}
