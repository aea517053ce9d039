import type { MethodOrAny } from './element.js'

/** Where a value is taken from, as in `framework.ts`. */
type From = string

/** Of a framework whose routes stand in blocks. */
export type Blocks = {
  /** Which calls with functions may stand around a route: any, those that are called on nothing, or only those that rules know. */
  readonly around: 'any' | 'bare' | 'known'
  /** What may hold them where no block begins a router: the file, or a class of these, whose name is then the router's. */
  readonly file?: boolean
  readonly classes?: readonly string[]
  /** Also the methods of such classes may hold them; they then count by themselves. */
  readonly methods?: boolean
  /**
   * Routes of a file that begins no router live where the file is drawn, which is then their router's name; with `file` also
   * where it is not drawn.
   */
  readonly drawn?: string
  /** Routes of files of these paths, an expression, live below a prefix where no other file draws them. */
  readonly usual?: { readonly files: string; readonly prefix: string }
  /** Functions that extend one of these types hold them too: they live wherever such a function is called in a block. */
  readonly functions?: readonly string[]
  /** How the classes are called that handle its routes, where those are told in texts: `admin/orders`. */
  readonly handlers?: ClassNaming
  /**
   * What of a path may be left out: parts in parentheses, `(/:locale)`, what stands before a question mark, `/?:page?`, or a
   * last parameter with one, `{page?}`.
   */
  readonly optional?: 'parentheses' | 'question marks' | 'last parameter'
}

/**
 * A call with a function, and what is declared inside that function lives below it: `namespace :admin do … end`,
 * `Route::prefix('admin')->group(function () { … })`. Blocks inside each other add up.
 */
export type BlockForm = {
  readonly emit: 'block'
  /** Tried in order; none: it adds nothing. */
  readonly prefix?: readonly From[]
  /** Guards of everything inside, after those of the blocks around; `call` is its name, `written` the call as written. */
  readonly guards?: readonly ('call' | 'written' | From)[]
  /** Put before the names of the handlers' classes inside. */
  readonly module?: readonly From[]
  /** The class of the handlers inside. */
  readonly controller?: readonly From[]
  /** Inside a resource: what is declared stands beside its items, on each of them, or beside the form for a new one. */
  readonly of?: ResourcePart
  /** True: resources inside have their items at the path of the outermost. */
  readonly shallow?: readonly From[]
  /**
   * It is where a router begins, whose name is the receiver as written without this ending: `.routes` for
   * `Shop::Engine.routes.draw do … end`.
   */
  readonly router?: string
  /** A router without a name begins here, whatever stands around. */
  readonly begins?: true
  /** Its routes live wherever the block is asked for by this name, and nowhere else. */
  readonly kept?: From
  /** A call in a block that asks for kept ones, by their names; it needs no function. */
  readonly asks?: From
  /** Named arguments that hold for every call inside as well: all, or these. */
  readonly passes?: 'all' | readonly string[]
  /** Values that every call inside has as named arguments: `method` of `route("/orders", HttpMethod.Post) { … }`. */
  readonly gives?: Readonly<Record<string, readonly From[]>>
}

/**
 * A class that stands for a path: `@Resource("/orders") class Orders`. One that has a field of another such class lives below
 * it. Routes name it by a type, as `type 0`.
 */
export type AddressForm = {
  readonly emit: 'address'
  readonly path: readonly From[]
}

export type ResourcePart = 'collection' | 'member' | 'new'

/**
 * A call that stands for a set of routes: `resources :orders`, `Route::apiResource('orders', OrderController::class)`. With a
 * function it is a block too: what is inside lives below one of its items.
 */
export type ResourceForm = {
  readonly emit: 'resource'
  /** A text, a list, or `texts` for all arguments that are texts; each is a resource. */
  readonly name: readonly From[]
  /** Between names in a name, where one is below the other: `.` for `photos.comments`. */
  readonly nested?: string
  /** Stands before the path. */
  readonly prefix?: readonly From[]
  /** Stands in the place of the name in the path. */
  readonly path?: readonly From[]
  /** There is only one: no parameter for its items. */
  readonly single?: boolean
  readonly routes: readonly ResourceRoute[]
  /** Actions by name: a text or a list. */
  readonly only?: readonly From[]
  readonly except?: readonly From[]
  /** Other words for the last segments of its routes, by action: `path_names: { new: 'make' }`. */
  readonly renamed?: readonly From[]
  readonly shallow?: readonly From[]
  readonly module?: readonly From[]
  readonly controller?: readonly From[]
  readonly guards?: readonly From[]
  /** Classes of a library handle its routes. */
  readonly foreign?: boolean
  /** Kept blocks that are asked for inside. */
  readonly asks?: From
}

export type ResourceRoute = {
  readonly action: string
  readonly methods: readonly MethodOrAny[]
  /** Below the path of the resource: empty, `{}` for an item, `{}/edit`; a single one leaves `{}` out. */
  readonly path: string
  /** It is there only where one of these is true. */
  readonly when?: readonly From[]
}

/** Names of classes and methods that handle routes, as texts beside the routes: `admin/orders#show`. */
export type ActionForm = {
  /** The text, or its part after `#`; then the class, where that is told apart; then the action. */
  readonly to?: readonly From[]
  readonly controller?: readonly From[]
  readonly action?: readonly From[]
  /** Where nothing else is said, the path does: `orders/recent` is `orders#recent`, and a word an action of the class around. */
  readonly ofPath?: boolean
}

/** How the class of a text is called: `admin/orders` is `Admin::OrdersController`. */
type ClassNaming = { readonly between: string; readonly ending: string }

/**
 * A text that names a file whose routes live here: `draw :admin` for `config/routes/admin.rb`, and
 * `require __DIR__.'/admin.php'` for the one beside it.
 */
export type DrawForm = {
  readonly emit: 'draw'
  readonly file: From
  /** Below some folder above; absent: the text is a path, from the file's own folder where it begins with `here`. */
  readonly folder?: string
  /** A name that stands for the file's own folder: `__DIR__`. */
  readonly here?: string
  readonly prefix?: readonly From[]
  /** Without a prefix it says nothing. */
  readonly onlyBelow?: boolean
  readonly guards?: readonly From[]
}

/**
 * A class whose methods handle routes that other files declare: what it guards them with (`before_action :login, only: :show`),
 * and what it takes away of what it inherits.
 */
export type ControllerForm = {
  readonly emit: 'controller'
  readonly guards: readonly ControllerGuards[]
  /** What such classes extend that has no actions, an expression: all of them are then known where no file declares it. */
  readonly bare: string
  /** What it reads of a request: `params.require(:order).permit(:total)`, `params.expect(order: [:total])`. */
  readonly received?: {
    readonly from: string
    readonly below: readonly string[]
    readonly picks: readonly string[]
    readonly both: readonly string[]
  }
}

export type ControllerGuards = {
  /** Calls in the body of the class. */
  readonly calls: readonly string[]
  /** The guards: each text or name of a list; `call` is the call as written. */
  readonly guards: readonly ('call' | From)[]
  readonly only?: readonly From[]
  readonly except?: readonly From[]
  /** They are no longer guards. */
  readonly removes?: boolean
}
