import type { ActionClass, ActionPattern, Fact, TextConstant, UrlConstant } from '../../domain/fact.js'
import type { EmbeddedText } from '../../domain/format.js'
import type { Framework } from '../../domain/framework.js'
import type { Outline } from '../../domain/outline.js'
import { controllersIn } from './actions/classes.js'
import { readPatterns } from './actions/patterns.js'
import { actionRoutes } from './actions/routes.js'
import { readAnnotatedClients } from './annotated/consumer.js'
import { readAnnotatedRoutes } from './annotated/provider.js'
import { readKnownTypes } from './answer-type.js'
import { readBases } from './base.js'
import { readBlockCalls } from './block-call.js'
import { readBlockMounts } from './block-mount.js'
import { readBlockRoutes } from './block-route.js'
import { readBodies } from './body.js'
import { clientFact } from './client.js'
import { readCode } from './code.js'
import { readControllers } from './controller.js'
import { readElements } from './element.js'
import { readEmbedded } from './embedded.js'
import { readEnvironment } from './environment.js'
import { createExplainer } from './explainer.js'
import { readExportedRoutes } from './exported-route.js'
import { readFields } from './field.js'
import { instances } from './inherits.js'
import { sharedClients } from './instance.js'
import { readKeptTexts } from './kept-texts.js'
import { readKeptUrls } from './kept-urls.js'
import { readListed } from './listed.js'
import { readLoaded } from './loaded.js'
import { readMounts } from './mount.js'
import { readNamedSets } from './named-set.js'
import { createReading, type Reading } from './reading.js'
import { directRequests, type Request } from './request.js'
import { readResults } from './result.js'
import { readRoutes } from './route.js'
import { type Rulebook, rulebookOf } from './rulebook.js'
import { readShapes } from './shape.js'
import { readStatic } from './static.js'
import { foreignClientFact, foreignRequests } from './through.js'
import { readViews } from './view.js'
import { spreadRequests, wrapperFacts } from './wrapper.js'

/** What frameworks say of one blob: facts of that blob alone, and what a join with other files needs beside them. */
export type Matched = {
  readonly facts: readonly Fact[]
  readonly constants: readonly UrlConstant[]
  readonly texts: readonly TextConstant[]
  readonly inherits: ReturnType<typeof instances>
  readonly controllers: ReturnType<typeof readControllers>
  readonly classes: readonly ActionClass[]
  readonly patterns: readonly ActionPattern[]
  /** Texts of other languages, for those who read them. */
  readonly embedded: readonly EmbeddedText[]
}

export type Matcher = (outline: Outline, language: string) => Matched

/** A matcher for these frameworks. It is pure: the same outline gives the same facts, whatever the file is called. */
export function createMatcher(frameworks: readonly Framework[]): Matcher {
  const rulebooks = new Map<string, Rulebook>()
  return (outline, language) => {
    const rulebook = rulebooks.get(language) ?? rulebookOf(frameworks, language)
    rulebooks.set(language, rulebook)
    return readBlob(createReading(readCode(outline, language), rulebook))
  }
}

function readBlob(reading: Reading): Matched {
  const annotated = readAnnotatedRoutes(reading)
  const controllers = controllersIn(reading)
  const { patterns, routes: patterned } = readPatterns(reading)
  const routes = [
    ...annotated.routes,
    ...actionRoutes(reading, controllers),
    ...readRoutes(reading),
    ...readBlockRoutes(reading),
    ...readExportedRoutes(reading),
    ...readViews(reading),
  ]
  const { requests, wrappers } = spreadRequests(reading, directRequests(reading))
  const foreign = foreignRequests(reading, takenCalls(reading, requests))
  const types = readKnownTypes(reading)
  const explainer = createExplainer(reading, { requests, foreign, routes })
  const facts: readonly Fact[] = [
    ...routes.map((route) => route.fact),
    ...patterned,
    ...annotated.mounts,
    ...readAnnotatedClients(reading),
    ...readMounts(reading),
    ...readBlockMounts(reading),
    ...readBlockCalls(reading),
    ...readListed(reading),
    ...readStatic(reading),
    ...readLoaded(reading),
    ...readBases(reading),
    ...requests.flatMap((request) => clientFact(reading, request, types)),
    ...foreign.map((request) => foreignClientFact(reading, request, types)),
    ...wrapperFacts(reading, wrappers),
    ...sharedClients(reading),
    ...readFields(reading, explainer),
    ...readBodies(reading, routes),
    ...readResults(reading, explainer),
    ...readShapes(reading.code),
    ...readEnvironment(reading),
    ...elementFacts(reading),
  ]
  return {
    facts: [...facts].sort((a, b) => a.line - b.line),
    constants: readKeptUrls(reading),
    texts: readKeptTexts(reading),
    inherits: instances(reading),
    controllers: readControllers(reading),
    classes: controllers.map(({ known }) => known),
    patterns,
    embedded: readEmbedded(reading),
  }
}

function elementFacts(reading: Reading): readonly Fact[] {
  return [...readElements(reading), ...readNamedSets(reading)]
}

/** Calls that a rule has explained already: they go through no function of another file. */
function takenCalls(reading: Reading, requests: readonly Request[]): (call: number) => boolean {
  const requested = new Set(requests.map((request) => request.call))
  const kinds = [
    'route',
    'mount',
    'listed',
    'static',
    'group',
    'guard',
    'pattern',
    'client',
    'environment',
    'pass',
    'join',
    'decode',
    'answer',
    'element',
  ] as const
  return (call) => requested.has(call) || kinds.some((kind) => reading.recognised(call, kind).length > 0)
}
