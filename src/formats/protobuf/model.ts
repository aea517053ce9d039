/** What one `.proto` text says, in source order, with lines from 1. Names are as declared; `fullName` has its package. */
export type ProtoFile = {
  /** `proto2`, `proto3`, or the year of an edition: `2023`. A text that says none is proto2. */
  readonly syntax: string
  /** Empty where none is told. */
  readonly package: string
  readonly imports: readonly { readonly path: string; readonly line: number }[]
  readonly options: readonly ProtoOption[]
  readonly messages: readonly ProtoMessage[]
  readonly enums: readonly ProtoEnum[]
  readonly services: readonly ProtoService[]
  readonly extensions: readonly ProtoExtension[]
}

export type ProtoMessage = Declared & {
  /** Those of `oneof` too, and the field of a `group`. */
  readonly fields: readonly ProtoField[]
  readonly oneofs: readonly string[]
  readonly messages: readonly ProtoMessage[]
  readonly enums: readonly ProtoEnum[]
  readonly extensions: readonly ProtoExtension[]
  readonly reserved: ProtoReserved
  /** Numbers that others may use in `extend`. */
  readonly extensionRanges: readonly ProtoRange[]
}

export type ProtoField = {
  readonly name: string
  readonly number: number
  /** As written: `Money`, `.shop.v1.Money`, `map<string, int32>`. */
  readonly type: string
  readonly label: 'optional' | 'required' | 'repeated' | null
  readonly oneof: string | null
  readonly options: readonly ProtoOption[]
  readonly line: number
}

export type ProtoEnum = Declared & {
  readonly values: readonly ProtoEnumValue[]
  readonly reserved: ProtoReserved
}

export type ProtoEnumValue = {
  readonly name: string
  readonly number: number
  readonly options: readonly ProtoOption[]
  readonly line: number
}

export type ProtoService = Declared & { readonly methods: readonly ProtoMethod[] }

export type ProtoMethod = {
  readonly name: string
  readonly request: ProtoEnd
  readonly response: ProtoEnd
  readonly options: readonly ProtoOption[]
  readonly line: number
}

/** One end of a method: its message as written, and whether many of them may come. */
export type ProtoEnd = { readonly type: string; readonly stream: boolean }

/** Fields that are added to a message declared elsewhere. */
export type ProtoExtension = {
  readonly of: string
  readonly fields: readonly ProtoField[]
  readonly line: number
}

export type ProtoReserved = { readonly names: readonly string[]; readonly ranges: readonly ProtoRange[] }

/** Both ends are in it; `to` is infinite for `max`. */
export type ProtoRange = { readonly from: number; readonly to: number }

/** `deprecated`, `(google.api.http)`, `(google.api.http).get`. */
export type ProtoOption = { readonly name: string; readonly value: ProtoValue; readonly line: number }

/** A scalar as written and without its quotes, the fields of an aggregate, or a list. */
export type ProtoValue = string | readonly ProtoOption[] | { readonly items: readonly ProtoValue[] }

type Declared = {
  readonly name: string
  /** `shop.v1.Order.Line` */
  readonly fullName: string
  readonly options: readonly ProtoOption[]
  readonly line: number
}
