import type { Blob, BlobId, Problem, RepositoryName, Snapshot } from './blob.js'
import type { Element, MethodOrAny } from './element.js'
import type { ElementFact } from './element-fact.js'
import type { FactBase } from './fact-base.js'

/**
 * Something true of one blob, with its place in it: the narrow waist of the house. Languages and frameworks make facts,
 * contract kinds and the analysis use them. Facts are values: they know no other file, so they are keyed by content and
 * never go stale. What needs a path or several files (mounts, wrappers, imported types) is joined when asked.
 */
export type Fact =
  | RouteFact
  | MountFact
  | ClientFact
  | WrapperFact
  | FieldFact
  | ResultFact
  | ShapeFact
  | EnvironmentFact
  | ElementFact

export type FactKind = Fact['kind']

/** A route declared in code or in a description of an API. */
export type RouteFact = FactBase & {
  readonly kind: 'route'
  readonly method: MethodOrAny
  /**
   * As far as this blob tells; mounts of other files may put a prefix before it. Spelt as `pathTemplate` does, with `$(name)`
   * for a constant that another file explains, and `$(name!)` for one without which there is no route.
   */
  readonly path: string
  /** The name that the path begins with, where another file says what it holds: `settings.API_PREFIX`. */
  readonly begins?: string
  /** The router it was declared on, by its name in this blob, so that mounts can find it; null when it is already absolute. */
  readonly receiver: string | null
  /** The part of the path that was given where the router was made, and that some frameworks let a mount replace. */
  readonly ownPrefix?: string
  readonly handler: string | null
  /** The method of a class of another file that handles it; `implied` where a class without that method means no route. */
  readonly handles?: { readonly owner: string; readonly method: string; readonly implied: boolean }
  /** What it is a method of: the classes that have it, and patterns of paths, say where it answers. */
  readonly action?: ClassAction
  /** It answers only where its receiver is mounted, being a view. */
  readonly isView?: boolean
  /** An annotation of another file that says its method, and the end of its path where it is given none. */
  readonly told?: { readonly annotation: Reference; readonly hasPath: boolean }
  /** What handles it, where other files may say which methods that answers: their routes then stand for this one. */
  readonly view?: Reference
  /** An expression whose first group is the route's path in that of its file, and `path` is below it: `app/(.*)/route.ts`. */
  readonly files?: string
  /** It stands for files of the repository, which are served below its path. */
  readonly serves?: ServedFolder
  /** Types that it receives and answers with: other files may declare their fields. */
  readonly models?: readonly ModelOf[]
  /** Middleware, dependencies and guards in the order they run, as written. */
  readonly guards: readonly string[]
  /** `description` for OpenAPI and the like. */
  readonly source: 'code' | 'description'
}

export type ServedFolder = {
  readonly folder: string
  /** Where the folder's path begins: at the file that says it, or where the program is run. */
  readonly from: 'file' | 'project'
}

export type ClassAction = {
  readonly owner: string
  readonly name: string
  /** Its own template with tokens; null when it has none. `begins` as in a `RouteFact`. */
  readonly template: string | null
  readonly begins?: string
  readonly parameters: readonly string[]
  /** It stands for the method of this name of a class above. */
  readonly overrides: boolean
}

/** A class whose methods are actions, and what holds for all of them, also for those that it inherits. */
export type ActionClass = {
  readonly name: string
  /** What `[controller]` stands for. */
  readonly word: string
  /** Nothing is of this class alone, but of those that extend it. */
  readonly isAbstract: boolean
  readonly templates: readonly { readonly template: string; readonly begins?: string }[]
  readonly area: string | null
  readonly guards: readonly string[]
  /** Patterns of paths do not reach it. */
  readonly isUnpatterned: boolean
}

/** `{controller=Home}/{action=Index}/{id?}` for the actions of an application that have no template. */
export type ActionPattern = { readonly pattern: string; readonly area: string | null }

export type ModelOf = {
  readonly side: 'request' | 'response'
  readonly type: Reference
  readonly list: boolean
}

/** `app.use('/api', orders)`, `include_router(orders, prefix='/api')`: another router's routes live under a prefix. */
export type MountFact = FactBase & {
  readonly kind: 'mount'
  readonly prefix: string
  /** As in a `RouteFact`. */
  readonly begins?: string
  readonly receiver: string | null
  /** As in a `RouteFact`: the beginning of `prefix` that a mount of the receiver may replace. */
  readonly ownPrefix?: string
  /** The mounted router: its local name, and the module it was imported from when it was. */
  readonly target: Reference
  /** The target is a function that is given this router, as its argument at this position. */
  readonly argument?: number
  /** The prefix stands in the place of the one that the router was made with. */
  readonly replaces?: boolean
  /** Guards of every route below it, in the order they run, as written. */
  readonly guards?: readonly string[]
  /** It holds only in files of these paths, an expression, and where no other file mounts the target. */
  readonly files?: string
  /** It mounts what each file of this folder exports, below the path of that file's own folder; `target` then names nothing. */
  readonly loads?: ServedFolder
  /** It holds only where its receiver is mounted itself: that is a class which answers nothing by itself. */
  readonly inner?: boolean
  /** Every route of this framework lives under the prefix, in whatever file; `target` then names nothing. */
  readonly everywhere?: { readonly framework: string; readonly except: readonly string[] }
}

/** A name of this blob, and where it was imported from: null for a name of the blob itself. */
export type Reference = { readonly name: string; readonly module: string | null }

/** A call of an HTTP route. */
export type ClientFact = FactBase & {
  readonly kind: 'client'
  readonly method: MethodOrAny
  /** Spelt as `pathTemplate` does, without the base. */
  readonly path: string
  readonly base: UrlBase
  /** The line of the text that holds the path, where that is not the line of the call (a constant, a table of paths). */
  readonly writtenAt?: number
  /** Set while the call goes through a function that only other files can explain; joined to its `WrapperFact` later. */
  readonly through?: Through
  /** Fields of the body it sends, where an object literal or a known shape is sent: null when not known. */
  readonly sends: readonly SentField[] | null
  /** The declared type of the answer (of each of its items, when it is a list), where it has one. */
  readonly answer?: { readonly type: Reference; readonly list: boolean }
}

/** A function of another file: by itself, or a method of a class, of an object or of what those extend. */
export type Through = {
  readonly name: string
  readonly owner: string | null
  readonly reference: Reference | null
  /** The position of the argument that holds the path. */
  readonly argument: number
  /** The arguments that are constant texts, by position: one of them may be the method. */
  readonly arguments: readonly (string | null)[]
}

export type SentField = { readonly name: string; readonly line: number }

/** What stands before the path of a called URL: this is what tells which service is meant. */
export type UrlBase =
  | { readonly type: 'relative' }
  | { readonly type: 'origin'; readonly origin: string }
  | { readonly type: 'environment'; readonly name: string; readonly fallback?: string }
  | { readonly type: 'unknown'; readonly text: string }

/** A function of this blob that makes an HTTP call whose path (and perhaps method) are its own parameters. */
export type WrapperFact = FactBase & {
  readonly kind: 'wrapper'
  readonly name: string
  /** The class it is a method of. */
  readonly owner: string | null
  readonly base: UrlBase
  /** Put before the path it is given. */
  readonly prefix: string
  readonly pathParameter: number
  readonly method: MethodOrAny | { readonly parameter: number }
  /** The parameter that is sent as the body, where there is one. */
  readonly bodyParameter: number | null
  /** Members of what it returns that hold the answer, any of them: `json()`, `data`; empty or absent: it is the answer. */
  readonly answer?: readonly string[]
}

/** A field read from, or written to, a value whose origin is known. */
export type FieldFact = FactBase & {
  readonly kind: 'field'
  readonly access: 'read' | 'write'
  /** `total`, `customer.email`, `items[].price`: from the root of the origin. */
  readonly field: string
  readonly origin: Origin
  /** The declared type in whose words the end of `field` (`below`) is spelt: its shape says how the wire spells it. */
  readonly shape?: { readonly type: Reference; readonly below: string }
}

/** Where a value comes from, as far as one blob tells. */
export type Origin =
  /** The answer to an HTTP call of this blob. */
  | {
      readonly type: 'answer'
      readonly method: MethodOrAny
      readonly path: string
      readonly base: UrlBase
      /** As in the `ClientFact` of the call. */
      readonly through?: Through
    }
  /** What a function returns; joined to its `ResultFact`. */
  | { readonly type: 'result'; readonly function: Reference; readonly owner: string | null }
  /** A declared type, such as an annotated parameter; joined to the calls that answer with it. */
  | { readonly type: 'type'; readonly name: Reference }
  /** The body that a route of this blob receives or answers with. */
  | {
      readonly type: 'route'
      readonly method: MethodOrAny
      readonly path: string
      readonly side: 'request' | 'response'
    }

/** What a function of this blob returns, when that is a call's answer or a declared type. */
export type ResultFact = FactBase & {
  readonly kind: 'result'
  readonly name: string
  readonly owner: string | null
  readonly origin: Origin
  /** What is read of the origin before it is returned: `items[]`; empty or absent when it is the origin itself. */
  readonly field?: string
  /** Its declared type, when it has one: `Promise<Order>` and `list[Order]` give `Order`. */
  readonly type: Reference | null
  readonly list?: boolean
}

/** A type with named fields: an interface, a struct with tags, a model. */
export type ShapeFact = FactBase & {
  readonly kind: 'shape'
  readonly name: string
  readonly fields: readonly ShapeField[]
}

export type ShapeField = {
  /** As it is called on the wire (JSON tag, alias). */
  readonly name: string
  /** As it is called in this code. */
  readonly local: string
  readonly line: number
  readonly optional: boolean
  /** As written: `Money`, `string[]`. */
  readonly type: string
}

/** An environment variable that is read, required by a template, or set for something that runs. */
export type EnvironmentFact = FactBase & {
  readonly kind: 'environment'
  readonly name: string
  readonly access: 'read' | 'set'
  /** Of a read: there is another value when it is not set. */
  readonly hasDefault: boolean
  /** The deployed service, container or job for which it is set, or by which the file is read. */
  readonly service?: string
  /** What it is set to, where that is an address, a number or made of other variables; never what may be a secret. */
  readonly value?: string
}

/** A name at the top of a blob that stands for the beginning of a URL: `ORDERS_URL`, `config.ordersUrl`. */
export type UrlConstant = {
  readonly name: string
  readonly base: UrlBase
  readonly path: string
  readonly line: number
}

/** A name at the top of a blob that stands for a text: `TOPIC`, `topics.orders`. It may hold words as element rules spell them. */
export type TextConstant = { readonly name: string; readonly text: string; readonly line: number }

/** A module that this blob imports, and the names it takes from it. */
export type Import = {
  readonly module: string
  readonly line: number
  /** `*` for the whole module, `default` for its default export. */
  readonly names: readonly { readonly imported: string; readonly local: string }[]
}

/** A name under which others can import a local name; `module` is set when it is passed on from another module. */
export type Export = { readonly name: string; readonly local: string; readonly module: string | null }

/** A class whose methods handle routes that other files declare, or a module that such classes include. */
export type Controller = {
  readonly name: string
  /** What it extends has no actions where no file declares it, being the framework's own. */
  readonly isBare: boolean
  readonly actions: readonly ControllerAction[]
  /** In the order they run, as written. */
  readonly guards: readonly ControllerGuard[]
}

export type ControllerAction = {
  readonly name: string
  readonly received: readonly SentField[]
  readonly answered: readonly SentField[]
}

export type ControllerGuard = {
  readonly guard: string
  /** The actions that it guards, or that it does not; null for all, and for none. */
  readonly only: readonly string[] | null
  readonly except: readonly string[] | null
  /** It takes a guard away that was inherited. */
  readonly removes: boolean
}

/** All that was understood of one blob, and what was not. */
export type BlobFacts = {
  readonly language: string
  readonly facts: readonly Fact[]
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  /** A class and what it extends, or an object and the class it is made of: their functions are inherited. */
  readonly inherits: readonly { readonly name: string; readonly base: Reference }[]
  /** What other files may build URLs of. */
  readonly constants?: readonly UrlConstant[]
  readonly classes?: readonly ActionClass[]
  readonly patterns?: readonly ActionPattern[]
  /** What other files may name elements by. */
  readonly texts?: readonly TextConstant[]
  readonly controllers?: readonly Controller[]
  readonly problems: readonly Problem[]
}

/** What is understood of a blob depends on its text and on its file's name, never on other files. */
export type ExtractFacts = (path: string, blob: Blob) => Promise<BlobFacts>

/** A fact with its file, joined with the other files of its repository: its path and origin are final. */
export type LocatedFact<F extends Fact = Fact> = {
  readonly fact: F
  readonly element: Element
  readonly repository: RepositoryName
  readonly commit: string
  readonly path: string
  readonly blob: BlobId
}

/** Everything understood of one repository at one commit. */
export type RepositoryFacts = {
  readonly snapshot: Snapshot
  readonly facts: readonly LocatedFact[]
  /** Files that were to be read and could not be. */
  readonly problems: readonly Problem[]
}

/** Answers questions about every repository of the installation that the reader of the answer may see. */
export type FactIndex = {
  /** The repositories that are asked, and the commit each answer rests on. */
  readonly snapshots: readonly Snapshot[]
  /** All joined facts of one kind, over all repositories, whose `factKey` is the given one. */
  find<K extends FactKind>(kind: K, key: string): Promise<readonly LocatedFact<FactOf<K>>[]>
}

export type FactOf<K extends FactKind> = K extends ElementFact['kind']
  ? ElementFact
  : Extract<Fact, { readonly kind: K }>
