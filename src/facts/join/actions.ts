import { pathTemplate } from '../../domain/element.js'
import type { ActionClass, ActionPattern, ClassAction, RouteFact } from '../../domain/fact.js'
import { patternPath, patternsNear } from './action-patterns.js'
import { findNamed } from './bases.js'
import { type Site, siteKey, type World } from './world.js'

/** A class in its file, with the classes of the tree that it extends, nearest first. */
type Line = { readonly path: string; readonly known: ActionClass; readonly above: readonly Known[] }
type Known = { readonly path: string; readonly known: ActionClass }

/** The routes that an action comes to: for each class that has it, below each template of that class, or by patterns. */
export type PlaceAction = (path: string, fact: RouteFact, action: ClassAction) => readonly RouteFact[]

export function createActionJoin(world: World): PlaceAction {
  const lines = linesByOwner(world)
  const overridden = overridesIn(world)
  const near = patternsNear(world)
  return (path, fact, action) => {
    const { action: _, ...route } = fact
    const having = lines.get(siteKey({ unit: world.unitOf(path), name: action.owner })) ?? []
    return having
      .filter((line) => !line.known.isAbstract && !isReplaced(world, overridden, line, action))
      .flatMap((line) =>
        placesOf(world, line, { path, action, patterns: near(line.path) }).map((place) => ({
          ...route,
          path: pathTemplate(place.path),
          guards: [...guardsOf(line), ...route.guards],
          certainty: place.isGuess ? ('likely' as const) : route.certainty,
        })),
      )
  }
}

type Place = { readonly path: string; readonly isGuess?: boolean }

type Placing = {
  readonly path: string
  readonly action: ClassAction
  readonly patterns: readonly ActionPattern[]
}

function placesOf(world: World, line: Line, { path, action, patterns }: Placing): readonly Place[] {
  const own =
    action.template === null ? null : templateAt(world, path, { ...action, template: action.template })
  if (own === null && action.template !== null) return []
  const tell = (template: string) => ({ path: withTokens(template, line, action) })
  if (own !== null && /^~?\//.test(own)) return [tell(own.replace(/^~/, ''))]
  const outer = templatesOf(line)
  if (outer.length)
    return outer.flatMap((each) => {
      const template = templateAt(world, each.path, each)
      return template === null ? [] : [tell(`${template}/${own ?? ''}`)]
    })
  if (own !== null) return [tell(own)]
  if ([line, ...line.above].some(({ known }) => known.isUnpatterned)) return []
  const given = { area: areaOf(line), controller: line.known.word, action }
  const placed = patterns.flatMap((each) => patternPath(each, given) ?? [])
  // Some call that we do not see maps the actions of this application: by the pattern that all templates begin with.
  if (patterns.length === 0) return [{ path: patternPath(usual(given.area), given) ?? '', isGuess: true }]
  return placed.map((each) => ({ path: each }))
}

function usual(area: string | null): ActionPattern {
  const pattern = '{controller=Home}/{action=Index}/{id?}'
  return area === null ? { pattern, area } : { pattern: `{area}/${pattern}`, area: null }
}

type Template = { readonly template: string; readonly begins?: string }

/** A template with the constant that it begins with; null for a constant that no file explains. */
function templateAt(world: World, path: string, { template, begins }: Template): string | null {
  if (begins === undefined) return template
  const beginning = findNamed(
    world,
    path,
    begins,
    (site) => world.text(site)?.item.text ?? world.constant(site)?.path ?? null,
  )
  return beginning === null ? null : `${beginning}${template}`
}

function withTokens(template: string, line: Line, { name }: ClassAction): string {
  return template
    .replace(/\[controller\]/gi, line.known.word)
    .replace(/\[action\]/gi, name)
    .replace(/\[area\]/gi, areaOf(line) ?? '')
}

function areaOf({ known, above }: Line): string | null {
  return [known, ...above.map((each) => each.known)].find(({ area }) => area !== null)?.area ?? null
}

/** Of the nearest class that has any. */
function templatesOf(line: Line): readonly (Template & { readonly path: string })[] {
  const found = [line, ...line.above].find(({ known }) => known.templates.length > 0)
  return (found?.known.templates ?? []).map((each) => ({ ...each, path: found?.path ?? line.path }))
}

/** Those of the classes above run first. */
function guardsOf({ known, above }: Line): readonly string[] {
  return [...above.map((each) => each.known), known].flatMap(({ guards }) => guards)
}

const maxDepth = 8

/** By the class that declares an action: every class that has it. */
function linesByOwner(world: World): ReadonlyMap<string, readonly Line[]> {
  const classes = new Map<string, Known>()
  for (const { path, facts } of world.files) {
    for (const known of facts.classes ?? [])
      classes.set(siteKey({ unit: world.unitOf(path), name: known.name }), { path, known })
  }
  const lines = new Map<string, Line[]>()
  for (const [key, { path, known }] of classes) {
    const sites = sitesAbove(world, { unit: world.unitOf(path), name: known.name })
    const line = { path, known, above: sites.flatMap((site) => classes.get(siteKey(site)) ?? []) }
    for (const each of new Set([key, ...sites.map(siteKey)]))
      lines.set(each, [...(lines.get(each) ?? []), line])
  }
  return lines
}

function sitesAbove(world: World, site: Site): readonly Site[] {
  const found: Site[] = []
  const seen = new Set([siteKey(site)])
  let level: readonly Site[] = [site]
  for (let depth = 0; level.length && depth < maxDepth; depth += 1) {
    level = level.flatMap((each) => world.bases(each)).filter((each) => !seen.has(siteKey(each)))
    for (const each of level) seen.add(siteKey(each))
    found.push(...level)
  }
  return found
}

/** Methods with attributes of their own that stand for those of a class above, by class and name. */
function overridesIn(world: World): ReadonlySet<string> {
  return new Set(
    world.files.flatMap(({ path, facts }) =>
      facts.facts.flatMap((fact) =>
        fact.kind === 'route' && fact.action?.overrides
          ? [`${siteKey({ unit: world.unitOf(path), name: fact.action.owner })}\n${fact.action.name}`]
          : [],
      ),
    ),
  )
}

function isReplaced(
  world: World,
  overridden: ReadonlySet<string>,
  { path, known, above }: Line,
  { owner, name }: ClassAction,
): boolean {
  const below = [{ path, known }, ...above]
  const until = below.findIndex((each) => each.known.name === owner)
  return below
    .slice(0, Math.max(0, until))
    .some((each) =>
      overridden.has(`${siteKey({ unit: world.unitOf(each.path), name: each.known.name })}\n${name}`),
    )
}
