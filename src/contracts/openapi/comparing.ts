import type { DocumentSet } from '../shared/document-set.js'
import type { PairGraph } from '../shared/schema/pair-graph.js'

/** What every part of one comparison shares: the documents of both sides, and the schemas compared so far. */
export type Comparing = { readonly old: DocumentSet; readonly new: DocumentSet; readonly graph: PairGraph }
