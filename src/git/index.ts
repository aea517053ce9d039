/**
 * Repositories on disk: commits, trees, blobs, differences, and mirrors that are kept up to date by fetching.
 *
 * Everything is asked of the git program, through one place (`run.ts`) that gives it an environment made from scratch, a
 * time, and a bound on what it may say. What a repository contains never decides what runs: no hooks, filters, textual
 * conversions, external diffs, attributes, submodules, or objects fetched on demand.
 *
 * Deliberately absent: work trees, writing of commits, pushing, and GitHub's API. A diff is git's own.
 */

export { type FailureReason, GitFailure } from './failure.js'
export type { Commit, GitRepository, GrepHit, GrepQuery, Mirrors, Remote } from './git.js'
export { createMirrors, type Log, type MirrorOptions } from './mirrors.js'
export { type OpenOptions, openRepository } from './repository.js'
