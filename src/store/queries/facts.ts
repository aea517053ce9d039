import type { BlobFacts } from '../../domain/fact.js'
import type { Engine } from '../engine.js'
import { pack, unpack } from '../packing.js'
import { inTransaction } from '../retry-conflict.js'
import type { FactTable } from '../store.js'
import { inBatches } from './batches.js'

/** The facts of each blob, packed, in the scope of one installation and one version of the extractor. */
export function facts(engine: Engine): FactTable {
  const { db } = engine
  return {
    get: async (scope, blobs) => {
      const known = new Map<string, BlobFacts>()
      await inBatches(blobs, async (some) => {
        const rows = await db
          .selectFrom('facts')
          .select(['blob', 'body'])
          .where('installation', '=', scope.installation)
          .where('version', '=', scope.version)
          .where('blob', 'in', some)
          .execute()
        for (const { blob, body } of rows) {
          const read = factsIn(body)
          if (read) known.set(blob, read)
        }
      })
      return known
    },
    put: (scope, all) =>
      inTransaction(engine, (transaction) =>
        // In one order, so that two processes that index the same blobs wait instead of deadlock.
        inBatches([...all].sort(byBlob), async (some) => {
          await transaction
            .insertInto('facts')
            .values(some.map(([blob, body]) => ({ ...scope, blob, body: pack(body) })))
            .onConflict((conflict) =>
              conflict
                .columns(['installation', 'version', 'blob'])
                .doUpdateSet((row) => ({ body: row.ref('excluded.body') })),
            )
            .execute()
        }),
      ),
    removeInstallation: async (installation) => {
      await db.deleteFrom('facts').where('installation', '=', installation).execute()
    },
  }
}

function byBlob([one]: readonly [string, BlobFacts], [other]: readonly [string, BlobFacts]): number {
  return one < other ? -1 : 1
}

/** Null for a row that is damaged. Its inside is not examined: the version in its key names the program that wrote it. */
function factsIn(body: Buffer): BlobFacts | null {
  try {
    const value = unpack(body)
    // The one cast at this door: only `put` writes here, and the version pins the shape.
    return typeof value === 'object' && value !== null && 'facts' in value ? (value as BlobFacts) : null
  } catch {
    return null // Facts can be made again from the blob; a damaged row is the same as none.
  }
}
