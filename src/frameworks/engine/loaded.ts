import { pathTemplate } from '../../domain/element.js'
import type { MountFact } from '../../domain/fact.js'
import type { Reading } from './reading.js'
import { joinPaths, pathAt, receiverTrace, routerOf } from './router.js'
import { folderAt } from './static.js'
import { take, takeFirst } from './take.js'

/** Folders whose files are mounted, each below the path of its own folder: `register(autoload, { dir: 'routes' })`. */
export function readLoaded(reading: Reading): readonly MountFact[] {
  return reading.allRecognised('mount').flatMap(({ call }) =>
    reading.recognised(call, 'mount').flatMap(({ rule, callee, entry, certainty }) => {
      if (!rule.loads) return []
      const { by, folder } = rule.loads
      const site = reading.siteOf(call)
      const loader = take(reading.tracer, rule.target, site, callee)
      const traces = loader ? reading.tracer.trace(loader.value, loader.at) : []
      const isLoader = traces.some((trace) =>
        reading.originsOf(trace, entry).some((origin) => by.includes(origin)),
      )
      const from = isLoader ? takeFirst(reading.tracer, folder, site, callee) : null
      const loads = from && folderAt(reading, from)
      if (!loads) return []
      const router = routerOf(reading, receiverTrace(callee), site.line)
      const prefix = pathAt(reading, takeFirst(reading.tracer, rule.prefix, site, callee)) ?? ''
      return [
        {
          kind: 'mount',
          line: site.line,
          rule: entry.id,
          certainty,
          prefix: pathTemplate(joinPaths(router.prefix, prefix)),
          receiver: router.receiver,
          target: { name: '', module: null },
          loads,
          ...(router.guards.length ? { guards: router.guards } : {}),
        },
      ]
    }),
  )
}
