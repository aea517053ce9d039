/**
 * What a change does: which promises differ, who relies on the difference, which state of a rollout fails, and how sure we
 * are of it. Pure: it asks an index that it is given. Deliberately absent: what is said of it (report), how two documents
 * of one kind are compared (contracts), and any guess by likeness of names where an address can be read.
 */
export { compareContracts, type SideOf } from './compare.js'
export { elementRelied, findImpact, type ImpactContext } from './impact.js'
export { type Judgement, judgeDependent, judgeUnmet, judgeUnused, type Levels, unmetRule } from './judge.js'
export { systemMap } from './map/index.js'
export { type OwnerRule, ownersFiles, ownersOf, parseOwners } from './owners.js'
export { listed, partOf, quoted } from './parties.js'
export { enumerateRollout } from './rollout.js'
export { isPartGone, isRouteGone, isTaken, type Shift, shiftOf } from './shift.js'
export { findUnmet, type UnmetContext } from './unmet.js'
export { touchedElement } from './use.js'
