/**
 * What the code says: blob to facts through a cache, the join over one repository's files, and the index over all of them.
 * Deliberately absent: what a fact means for a contract, stored edges (joins are computed when asked), and any knowledge of
 * a language or a framework, which are given.
 */
export { createExtract, createFileClass, type Extraction } from './extract.js'
export { createIndex } from './fact-index.js'
export {
  type ExtractFile,
  type FactCache,
  type FactCacheKey,
  factsOfTree,
  keepTree,
  type TreeFacts,
} from './facts-of-tree.js'
export { bringIndex, type IndexerOptions, type Indexing } from './indexer.js'
export { joinRepository } from './join/join.js'
export type { FileFacts } from './join/world.js'
export { joinBeside, joinTree, type KeptTree } from './kept-tree.js'
export { createWanted } from './skip.js'
export { createStoredIndex, overlay, type StoredRepository } from './stored-index.js'
