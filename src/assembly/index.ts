/**
 * A whole server, put together from an environment: store, mirrors, GitHub, facts, model and app. Deliberately absent:
 * decisions; what is reviewed and said is decided in the rooms that it wires.
 */
export { type Assembly, assemble } from './assemble.js'
export { createLog } from './log.js'
