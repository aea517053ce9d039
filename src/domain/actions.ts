/** Where a value is taken from, as in `framework.ts`. */
type From = string

/**
 * Public methods of classes that handle requests, by attributes of the method and of its class, or by patterns of paths with
 * their names. Templates may hold `[controller]`, `[action]` and `[area]`; one that begins with `/` or `~/` stands alone.
 * The rule matches the attributes that give a method its routes.
 */
export type ActionsForm = {
  readonly emit: 'actions'
  /** A class is one whose name ends so (which `[controller]` leaves out), or one that extends what this expression fits. */
  readonly ending: string
  readonly bases: string
  /** Attributes that make a class one, and those that make it none. */
  readonly marks: readonly string[]
  readonly except: readonly string[]
  /** Marks of classes that patterns do not reach. */
  readonly unpatterned: readonly string[]
  /** Attributes with a template alone, with a method in their name, and with methods as arguments. */
  readonly templates: readonly string[]
  readonly methods: { readonly names: readonly string[]; readonly fit: string }
  readonly listed: { readonly names: readonly string[]; readonly template: From }
  readonly area: readonly string[]
  /** Gives the action another name; this ending of the method's own name is left out. */
  readonly named: readonly string[]
  readonly dropped: string
  /** An expression for the names of attributes that guard. */
  readonly guards: string
}

/** A pattern of paths with the names of classes and methods: `{controller=Home}/{action=Index}/{id?}`. */
export type PatternForm = {
  readonly emit: 'pattern'
  /** Absent: `fixed`. */
  readonly pattern?: readonly From[]
  readonly fixed?: string
  readonly area?: readonly From[]
  /** An object with what stands for `controller` and `action`, where the pattern does not hold them. */
  readonly defaults?: readonly From[]
}
