/**
 * The repositories of one review at the commits it rests on, and ways to read them: lines, documents, owners, coverage.
 * Deliberately absent: any way to reach a repository that was not given, and any way to write.
 */
export { coverageOf } from './coverage.js'
export { documentsOf } from './documents.js'
export {
  type FactsOf,
  indexInMemory,
  indexInStore,
  type NeighbourIndex,
} from './neighbour-index.js'
export { createNeighbourhood, maySee, type Neighbourhood } from './neighbours.js'
export { type OpinionInput, type Opinions, opinionsOf } from './opinions.js'
export { type Owners, ownersIn } from './owners.js'
export { type Neighbour, once, type Reader, readerOf } from './workspace.js'
