import type { ActionsForm, PatternForm } from './actions.js'
import type { AnnotatedForm } from './annotated.js'
import type {
  ActionForm,
  AddressForm,
  BlockForm,
  Blocks,
  ControllerForm,
  DrawForm,
  ResourceForm,
  ResourcePart,
} from './block.js'
import type { MethodOrAny } from './element.js'
import type { ElementForm, ElementFrom, EmbeddedForm } from './element-form.js'
import type { From, MethodFrom } from './from.js'
import type { Compile } from './pattern.js'
import type { Verbs } from './verbs.js'

export type { ElementFrom, Spelling, Word } from './element-form.js'

/**
 * How a framework says something: data, not code. A rule is read as "when a blob imports …, a call (or decorator) named …
 * on … means …". The same shape can be written in YAML by a repository for its own framework.
 */
export type Framework = {
  readonly id: string
  /** Ids of languages. */
  readonly languages: readonly string[]
  /** Modules that a receiver may come from, with `*` for any beginning or tail; absent: globals and the standard library. */
  readonly imports?: readonly string[]
  /** Texts of which a file must hold one for the rules to be tried; absent: the last words of `imports`. */
  readonly gate?: readonly string[]
  readonly rules: readonly FrameworkRule[]
  /** Its routes stand in blocks. */
  readonly blocks?: Blocks
  /** How a handler receives and answers; absent for clients and the environment. */
  readonly handlers?: HandlerConvention
  /** Of rules that a repository gives: what runs their expressions. Absent: `RegExp`. */
  readonly compile?: Compile
}

export type FrameworkRule =
  | RouteRule
  | MountRule
  | ListRule
  | ViewRule
  | GroupRule
  | GuardRule
  | BaseRule
  | ClientRule
  | EnvironmentRule
  | PassRule
  | JoinRule
  | DecodeRule
  | AnswerRule
  | StaticRule
  | ElementRule
  | EmbeddedRule
  | BlockRule
  | ResourceRule
  | ControllerRule
  | DrawRule
  | AddressRule
  | AnnotatedRule
  | ActionsRule
  | PatternRule
  | SettingRule

type RuleBase = {
  /** Unique within the framework: `route`; the fact's rule is `express.route`. */
  readonly id: string
  readonly match: Match
}

/** What to look for. Every given part must hold. */
export type Match = {
  readonly on: 'call' | 'new' | 'literal' | 'decorator' | 'member' | 'class' | 'export'
  /**
   * The last segment of the callee (of a class: of one it extends; of a literal: of its type, whose module is the receiver
   * and whose fields are keywords, or the name that it is given where it says no type), any of these; empty for a member of any name.
   */
  readonly name: readonly string[]
  /**
   * What it is called on, by where that comes from: `express()`, `express.Router()`, `axios.create()`, `gin.Default()`.
   * The first word is the last of the module's name. `T()` is also a value declared to be a `T`. Empty text: it is
   * called by itself, being a global or the module's own export.
   */
  readonly receiver?: readonly string[]
  /** A regular expression for a receiver whose origin is unknown; the fact is then only `likely`. */
  readonly receiverName?: string
  /** A regular expression that the first argument's text must match. */
  readonly firstArgument?: string
  /** The last argument is a function, a name or a call, and neither a text nor an object: what a handler can be. */
  readonly lastArgument?: 'function' | 'no function'
  readonly minArguments?: number
  readonly maxArguments?: number
  /**
   * Of element rules only, as all that follows: a regular expression for the whole name, where `name` is empty (of a class:
   * of one it extends). Its named groups are words of the element: `^Register(?<service>\\w+)Server$`.
   */
  readonly nameLike?: string
  /** The same for the whole of where the receiver comes from: `^\\w+\\.New(?<service>\\w+)Client\\(\\)$`. */
  readonly receiverLike?: string
  /** The same for the class's own name. */
  readonly classLike?: string
  /** The blob imports one of these modules, `*` standing for any tail. */
  readonly importing?: readonly string[]
  /** Places and regular expressions that their constant texts must match: `{ 'argument 0': '^$' }`. */
  readonly holds?: Readonly<Record<ElementFrom, string>>
  /** The same of what they must not hold. */
  readonly lacks?: Readonly<Record<ElementFrom, string>>
  /** Of a member. */
  readonly access?: 'read' | 'write'
  /** It holds nowhere in functions whose dotted name this expression finds. */
  readonly notWithin?: string
}

export type { From, MethodFrom } from './from.js'

export type RouteRule = RuleBase & {
  readonly emit: 'route'
  /** A list gives several routes. */
  readonly method: MethodFrom
  /** Tried in order. */
  readonly path: readonly From[]
  /** In blocks: stands before the path, and after what the blocks around say. */
  readonly prefix?: readonly From[]
  /**
   * Of what is exported (`GET`, `default`): its path is that of its file, which the first group of this expression finds.
   * Files that it does not fit have no routes.
   */
  readonly files?: string
  /** The path may hold its own method: `mux.HandleFunc("GET /orders", …)`. */
  readonly methodInPath?: boolean
  /**
   * Which arguments are guards: those between the path and the handler; then values by name. `following`: calls of guards in
   * the same chain after it.
   */
  readonly guards?: readonly ('between' | 'following' | 'other decorators' | 'parameter defaults' | From)[]
  readonly handler: 'last' | 'decorated' | 'exported' | From
  /** Its methods, each with a handler and guards of its own, are calls of a chain that it is given. */
  readonly verbs?: Verbs
  /** Of a decorated function: it may be mounted as routers are, and lives under its own path where nobody mounts it. */
  readonly mountable?: true
  /** The call that makes a handler of a class (`OrderView.as_view()`), whose own methods then say what it answers. */
  readonly made?: string
  /** Of a decorator that is a prefix on a class: without routes of its own the class is handled by its method of this name. */
  readonly invoked?: string
  /** The declared shape of the answer: `keyword response_model`. */
  readonly answerType?: From
  /** Where it stands on the resource around: `keyword on`, which gives a `ResourcePart`. */
  readonly of?: From | { readonly fixed: ResourcePart }
  /** What handles it is told in texts. */
  readonly action?: ActionForm
}

/** See `block.ts` for these. */
export type BlockRule = RuleBase & BlockForm
export type ResourceRule = RuleBase & ResourceForm
export type ControllerRule = RuleBase & ControllerForm
export type DrawRule = RuleBase & DrawForm
export type AddressRule = RuleBase & AddressForm

/** See `annotated.ts`. */
export type AnnotatedRule = RuleBase & AnnotatedForm

/** See `actions.ts` for these. */
export type ActionsRule = RuleBase & ActionsForm
export type PatternRule = RuleBase & PatternForm

/** Another router, or a function that is given this one, adds its routes here. */
export type MountRule = RuleBase & {
  readonly emit: 'mount'
  /** A list gives several mounts. */
  readonly prefix: readonly From[]
  /**
   * `each` argument after the prefix may be a router, and what stands before it guards it; `made` is the value of the call,
   * `decorated` what the decorator stands on. A text names a module and a router of it: `shop.orders.router`.
   */
  readonly target: From | 'each' | 'made' | 'decorated'
  /** The router that mounts it, where that is not the receiver: `argument 0` of `Api(blueprint)`, or what is `decorated`. */
  readonly on?: From | 'decorated'
  /** Every file of a folder is mounted below the path of its own folder, where the target is one of these loaders. */
  readonly loads?: { readonly by: readonly string[]; readonly folder: readonly From[] }
  /** The target is a list of objects with these fields, and lists of more of them below. */
  readonly tree?: { readonly path: string; readonly target: string; readonly below: string }
  /** A prefix that is given here stands in the place of the router's own. */
  readonly replaces?: boolean
  readonly guards?: readonly ('between' | From)[]
}

/** The value of the call is a router too, or the constructor of one: its routes get the prefix and the guards. */
export type GroupRule = RuleBase & {
  readonly emit: 'group'
  readonly prefix: readonly From[]
  readonly guards?: readonly ('rest' | From)[]
  /** The call makes a router of its own (`APIRouter(prefix=…)`) and no group of its receiver. */
  readonly root?: boolean
  /** A parameter stands after the prefix: it is of one item. */
  readonly ofItem?: boolean
  /** It holds for every route of its receiver, and not only for those of its value: `router.prefix('/api')`. */
  readonly anytime?: boolean
  /** On a decorator: versions of the routes below, each a segment (`v1`) before the prefix. */
  readonly versions?: readonly From[]
}

/** Every route of the framework, in whatever file, lives under a prefix: `app.setGlobalPrefix('api')`. */
export type BaseRule = RuleBase & {
  readonly emit: 'base'
  readonly prefix: readonly From[]
  /** Routes that do not: texts, or objects with a `path`. */
  readonly except?: From
}

/** An entry of a list of routes: `urlpatterns = [path('orders/', views.orders), path('api/', include('shop.urls'))]`. */
export type ListRule = RuleBase & {
  readonly emit: 'listed'
  readonly path: readonly From[]
  /** The path is a regular expression. */
  readonly pattern?: boolean
  /** A view, or a call that stands for another list. */
  readonly target: readonly From[]
  readonly include: string
  /** The call that makes a view of a class: `OrderView.as_view()`. */
  readonly made: string
  /** The list that stands for the file as a whole, and holds what no other list holds. */
  readonly list: string
}

/** What answers wherever it is mounted: a class by its methods, or a decorated function or method. */
export type ViewRule = RuleBase & {
  readonly emit: 'view'
  /** Of a class: the requests that it answers by itself, and by methods that it may have. */
  readonly answers?: readonly ViewAnswer[]
  readonly members?: readonly (ViewAnswer & { readonly name: string })[]
  /** Of a class: a field of it that lists the methods, and what it answers without one. */
  readonly listed?: { readonly field: string; readonly otherwise: MethodOrAny }
  /** Of what is decorated: the method, and the path, below what it is mounted at; absent: the name of a method. */
  readonly method?: MethodFrom
  readonly path?: readonly From[]
  /** True puts one parameter before the path: it is of one item. */
  readonly ofItem?: From
}

export type ViewAnswer = { readonly method: MethodOrAny; readonly path: string }

/** Guards of every route that is declared later on the receiver: `router.use(requireLogin)`. */
export type GuardRule = RuleBase & {
  readonly emit: 'guard'
  /** It holds for routes that were declared before it too. */
  readonly anytime?: boolean
  /** The guard is the call as it is written, and not what it is given. */
  readonly itself?: boolean
  /** It holds for what stands before it in the same chain, and for that alone unless it holds anytime. */
  readonly earlier?: boolean
}

export type ClientRule = RuleBase & {
  readonly emit: 'client'
  readonly method: MethodFrom
  readonly url: readonly From[]
  /** Where the client itself was given a base: `axios.create({ baseURL })`, `httpx.Client(base_url=…)`. */
  readonly receiverBase?: readonly From[]
  /** What is asked is resolved against the base as RFC 3986 says, and not put behind it. */
  readonly resolved?: boolean
  /** Calls, one of which the blob must hold where the URL is a path alone: nothing else can send what has no host. */
  readonly sentBy?: readonly string[]
  readonly body?: readonly From[]
  /** A class, or a type between brackets, that says what the answer is: `Order.class`, `new TypeReference<List<Order>>() {}`. */
  readonly answerType?: readonly From[]
  /** The same for each item of the answer. */
  readonly answerItems?: readonly From[]
  /** Members of the call's value that hold the answer, any of them: `json()` for fetch, `data` for axios. */
  readonly answer: readonly string[]
  /** The answer is a member of what the call was made on: `xhr.open(…)`, then `xhr.response`. */
  readonly answerOnReceiver?: boolean
  /** The type argument of the call is the type of the answer: `axios.get<Order>(…)`. */
  readonly typeArgument?: boolean
}

export type EnvironmentRule = RuleBase & {
  readonly emit: 'environment'
  /** A list gives several variables. */
  readonly variable: From | 'member'
  /** Names that the tool itself sets, and no deployment. */
  readonly except?: readonly string[]
  /** Where a default is given, when it can be: `argument 1`. */
  readonly default?: From
  /** It may be missing: an option of the program can stand for it. */
  readonly optional?: true
}

/** A value that is set from outside under a name, such as `${orders.url:http://orders}` of an annotation. */
export type SettingRule = RuleBase & {
  readonly emit: 'setting'
  readonly name: From
  readonly default?: From
}

/** The call's value is, for our purposes, one of its arguments or its receiver: `JSON.parse(text)`, `client.Do(request)`. */
export type PassRule = RuleBase & { readonly emit: 'pass'; readonly from: From }

/** The call's value is a URL put together of parts, with one `/` between them: `new URL(path, base)`, `urljoin(base, path)`. */
export type JoinRule = RuleBase & { readonly emit: 'join'; readonly parts: readonly From[] }

/** The call fills a variable that it is given: `json.Unmarshal(bytes, &order)`. */
export type DecodeRule = RuleBase & {
  readonly emit: 'decode'
  readonly from: From
  readonly into: From
  /** A member of `from` that stands for what is decoded, when `from` is more than that: `bind()` of a context. */
  readonly step?: string
}

/** Files are served as they are: one by its name, or all of a folder of the repository. */
export type StaticRule = RuleBase & {
  readonly emit: 'static'
  /** Where they are served. A list gives several places. */
  readonly path: readonly From[]
  /**
   * Where what serves comes from, when it is among the arguments and not the call itself: `express.static()`, or `static` of a
   * plugin that is given by itself. `of` is then read from there, where it was called.
   */
  readonly server?: readonly string[]
  /** `tail`: whatever is asked for below the path, as one route. */
  readonly serves: 'folder' | 'file' | 'tail'
  /** The folder or file; there is no route without it. */
  readonly of: readonly From[]
  /** A folder's files are looked for below the path that they are asked for, unless a call of this name takes that away. */
  readonly strips?: string
}

/** Inside a handler, the call answers the request with a body. */
export type AnswerRule = RuleBase & {
  readonly emit: 'answer'
  readonly body: From
  /** Which parameter of the handler it must be called on, or be given (`json.NewEncoder(w)`); absent: any call. */
  readonly parameter?: number
}

/** See `element-form.ts`. */
export type ElementRule = RuleBase & ElementForm

export type EmbeddedRule = RuleBase & EmbeddedForm

export type HandlerConvention = {
  /** Members of a handler's parameters that hold the received body: `0 body` for `req.body`, `0 req.json()` for `c.req.json()`. */
  readonly request?: readonly { readonly parameter: number; readonly member: string }[]
  /** Globals that hold it: `flask.request.json`. */
  readonly requestFrom?: readonly string[]
  /** What the handler returns is its answer. */
  readonly returns?: boolean
  /** Calls inside it whose value is the received body, of the type between the brackets: `receive<Order>()`. */
  readonly received?: readonly string[]
  /** A parameter whose type is a model is the received body. */
  readonly typedParameters?: boolean
  /** An expression for the names of types that are received as bodies; what a handler returns is declared too. */
  readonly modelNames?: string
  /** A parameter with one of these decorators, without arguments, is the received body. */
  readonly bodyDecorators?: readonly string[]
  /** A parameter of one of these types is the received body: `Json<Order>`. */
  readonly bodyTypes?: readonly string[]
}
