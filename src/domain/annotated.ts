import type { From, MethodFrom } from './from.js'

/**
 * Routes, or calls, that annotations on the methods of a class tell: `@GetMapping("/orders")`. A class takes over what the
 * classes and interfaces that it extends say, and an annotation what stands on its own declaration.
 */
export type AnnotatedForm = {
  readonly emit: 'annotated'
  /** Whether such a class answers the requests, or an interface only names those that are made through it. */
  readonly side: 'provider' | 'consumer'
  /**
   * The rule matches the annotations that make a class one of these. Without this it needs one, and others only hand down
   * what they say.
   */
  readonly unmarked?: boolean
  readonly mappings: readonly Mapping[]
  /** Names of annotations that guard a class or a method. */
  readonly guards?: readonly string[]
  /** A method with a path alone hands over to the class that it returns. */
  readonly locators?: boolean
  /** Annotations of a class that put a prefix before every route of the framework. */
  readonly base?: readonly string[]
  /** Of a consumer: where an annotation of the class says which service is meant. */
  readonly url?: readonly From[]
  /** Which parameter is the body: the one with such an annotation, or the one without any. */
  readonly body?: readonly (string | 'undecorated')[]
}

/** What an annotation says of the method, or of all methods of the class, that it stands on. */
export type Mapping = {
  readonly name: readonly string[]
  /** Absent: only a path. */
  readonly method?: MethodFrom
  /** Absent: only a method. A list gives several routes. */
  readonly path?: readonly From[]
  /** The path holds its own method: `GET /orders`. */
  readonly methodInPath?: boolean
}
