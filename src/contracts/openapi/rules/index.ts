import type { DescriptionRule } from '../rule.js'
import { allOfAdded } from './all-of-added.js'
import { allOfRemoved } from './all-of-removed.js'
import { anyOfRemoved } from './any-of-removed.js'
import { becameEnum } from './became-enum.js'
import { becameNotNullable } from './became-not-nullable.js'
import { bodyAddedRequired } from './body-added-required.js'
import { bodyBecameRequired } from './body-became-required.js'
import { bodyRemoved } from './body-removed.js'
import { conditionAdded } from './condition-added.js'
import { constAdded } from './const-added.js'
import { constChanged } from './const-changed.js'
import { containsAdded } from './contains-added.js'
import { contentEncodingChanged } from './content-encoding-changed.js'
import { contentMediaTypeChanged } from './content-media-type-changed.js'
import { contentSchemaAdded } from './content-schema-added.js'
import { defaultValueAdded } from './default-value-added.js'
import { defaultValueChanged } from './default-value-changed.js'
import { defaultValueRemoved } from './default-value-removed.js'
import { dependentRequiredAdded } from './dependent-required-added.js'
import { dependentRequiredChanged } from './dependent-required-changed.js'
import { dependentSchemaAdded } from './dependent-schema-added.js'
import { enumValueRemoved } from './enum-value-removed.js'
import { exclusiveMaxDecreased } from './exclusive-max-decreased.js'
import { exclusiveMaxSet } from './exclusive-max-set.js'
import { exclusiveMinIncreased } from './exclusive-min-increased.js'
import { exclusiveMinSet } from './exclusive-min-set.js'
import { extensibleEnumValueRemoved } from './extensible-enum-value-removed.js'
import { listOfTypesNarrowed } from './list-of-types-narrowed.js'
import { maxContainsDecreased } from './max-contains-decreased.js'
import { maxDecreased } from './max-decreased.js'
import { maxItemsDecreased } from './max-items-decreased.js'
import { maxLengthDecreased } from './max-length-decreased.js'
import { maxLengthSet } from './max-length-set.js'
import { maxSet } from './max-set.js'
import { minContainsIncreased } from './min-contains-increased.js'
import { minIncreased } from './min-increased.js'
import { minItemsIncreased } from './min-items-increased.js'
import { minLengthIncreased } from './min-length-increased.js'
import { minSet } from './min-set.js'
import { newPathParameter, newRequiredParameter } from './new-required-parameter.js'
import { oneOfRemoved } from './one-of-removed.js'
import { parameterBecameRequired } from './parameter-became-required.js'
import { parameterRemoved } from './parameter-removed.js'
import { patternAdded } from './pattern-added.js'
import { patternChanged } from './pattern-changed.js'
import { patternPropertyAdded } from './pattern-property-added.js'
import { prefixItemsRemoved } from './prefix-items-removed.js'
import { propertyNamesAdded } from './property-names-added.js'
import { requestMediaTypeRemoved } from './request-media-type-removed.js'
import { requestMediaTypeSchemaAdded } from './request-media-type-schema-added.js'
import { requestPropertyAdded } from './request-property-added.js'
import { requestPropertyBecameRequired } from './request-property-became-required.js'
import { requestPropertyRemoved } from './request-property-removed.js'
import { responseBecameNullable } from './response-became-nullable.js'
import { responseConditionRemoved } from './response-condition-removed.js'
import { responseConstChanged } from './response-const-changed.js'
import { responseConstRemoved } from './response-const-removed.js'
import { responseContainsRemoved } from './response-contains-removed.js'
import { responseContentSchemaRemoved } from './response-content-schema-removed.js'
import { responseDependentRequiredRemoved } from './response-dependent-required-removed.js'
import { responseDependentSchemaRemoved } from './response-dependent-schema-removed.js'
import { responseEnumValueAdded } from './response-enum-value-added.js'
import { responseExclusiveMaxIncreased } from './response-exclusive-max-increased.js'
import { responseExclusiveMinDecreased } from './response-exclusive-min-decreased.js'
import { responseHeaderBecameOptional } from './response-header-became-optional.js'
import { responseHeaderRemoved } from './response-header-removed.js'
import { responseListOfTypesWidened } from './response-list-of-types-widened.js'
import { responseMaxContainsIncreased } from './response-max-contains-increased.js'
import { responseMaxIncreased } from './response-max-increased.js'
import { responseMaxLengthIncreased } from './response-max-length-increased.js'
import { responseMaxLengthUnset } from './response-max-length-unset.js'
import { responseMediaTypeGeneralized } from './response-media-type-generalized.js'
import { responseMediaTypeRemoved } from './response-media-type-removed.js'
import { responseMediaTypeSchemaRemoved } from './response-media-type-schema-removed.js'
import { responseMinContainsDecreased } from './response-min-contains-decreased.js'
import { responseMinDecreased } from './response-min-decreased.js'
import { responseMinItemsDecreased } from './response-min-items-decreased.js'
import { responseMinLengthDecreased } from './response-min-length-decreased.js'
import { responseOneOfAdded } from './response-one-of-added.js'
import { responsePatternPropertyRemoved } from './response-pattern-property-removed.js'
import { responsePrefixItemsAdded } from './response-prefix-items-added.js'
import { responsePropertyBecameNotWriteOnly } from './response-property-became-not-write-only.js'
import { responsePropertyBecameOptional } from './response-property-became-optional.js'
import { responsePropertyNamesRemoved } from './response-property-names-removed.js'
import { responsePropertyRemoved } from './response-property-removed.js'
import { responseTypeChanged } from './response-type-changed.js'
import { responseUnevaluatedItemsRemoved } from './response-unevaluated-items-removed.js'
import { responseUnevaluatedPropertiesRemoved } from './response-unevaluated-properties-removed.js'
import { deprecatedRouteRemoved, routeRemoved } from './route-removed.js'
import { securityAdded, securityRemoved, securityReplaced } from './security.js'
import { successStatusRemoved } from './success-status-removed.js'
import { parameterPropertyTypeChanged, parameterTypeChanged, requestTypeChanged } from './type-changed.js'
import { unevaluatedItemsAdded } from './unevaluated-items-added.js'
import { unevaluatedPropertiesAdded } from './unevaluated-properties-added.js'
import { webhookRemoved } from './webhook-removed.js'
import { wrappedInOneOf } from './wrapped-in-one-of.js'

/** Everything this kind watches for, one idea a line. */
export const rules: readonly DescriptionRule[] = [
  allOfAdded,
  allOfRemoved,
  anyOfRemoved,
  becameEnum,
  becameNotNullable,
  bodyAddedRequired,
  bodyBecameRequired,
  bodyRemoved,
  conditionAdded,
  constAdded,
  constChanged,
  containsAdded,
  contentEncodingChanged,
  contentMediaTypeChanged,
  contentSchemaAdded,
  defaultValueAdded,
  defaultValueChanged,
  defaultValueRemoved,
  dependentRequiredAdded,
  dependentRequiredChanged,
  dependentSchemaAdded,
  enumValueRemoved,
  exclusiveMaxDecreased,
  exclusiveMaxSet,
  exclusiveMinIncreased,
  exclusiveMinSet,
  extensibleEnumValueRemoved,
  listOfTypesNarrowed,
  maxContainsDecreased,
  maxDecreased,
  maxItemsDecreased,
  maxLengthDecreased,
  maxLengthSet,
  maxSet,
  minContainsIncreased,
  minIncreased,
  minItemsIncreased,
  minLengthIncreased,
  minSet,
  newRequiredParameter,
  newPathParameter,
  oneOfRemoved,
  parameterBecameRequired,
  parameterRemoved,
  patternAdded,
  patternChanged,
  patternPropertyAdded,
  prefixItemsRemoved,
  propertyNamesAdded,
  requestMediaTypeRemoved,
  requestMediaTypeSchemaAdded,
  requestPropertyAdded,
  requestPropertyBecameRequired,
  requestPropertyRemoved,
  responseBecameNullable,
  responseConditionRemoved,
  responseConstChanged,
  responseConstRemoved,
  responseContainsRemoved,
  responseContentSchemaRemoved,
  responseDependentRequiredRemoved,
  responseDependentSchemaRemoved,
  responseEnumValueAdded,
  responseExclusiveMaxIncreased,
  responseExclusiveMinDecreased,
  responseHeaderBecameOptional,
  responseHeaderRemoved,
  responseListOfTypesWidened,
  responseMaxContainsIncreased,
  responseMaxIncreased,
  responseMaxLengthIncreased,
  responseMaxLengthUnset,
  responseMediaTypeGeneralized,
  responseMediaTypeRemoved,
  responseMediaTypeSchemaRemoved,
  responseMinContainsDecreased,
  responseMinDecreased,
  responseMinItemsDecreased,
  responseMinLengthDecreased,
  responseOneOfAdded,
  responsePatternPropertyRemoved,
  responsePrefixItemsAdded,
  responsePropertyBecameNotWriteOnly,
  responsePropertyBecameOptional,
  responsePropertyNamesRemoved,
  responsePropertyRemoved,
  responseTypeChanged,
  responseUnevaluatedItemsRemoved,
  responseUnevaluatedPropertiesRemoved,
  routeRemoved,
  deprecatedRouteRemoved,
  securityAdded,
  securityRemoved,
  securityReplaced,
  successStatusRemoved,
  requestTypeChanged,
  parameterTypeChanged,
  parameterPropertyTypeChanged,
  unevaluatedItemsAdded,
  unevaluatedPropertiesAdded,
  webhookRemoved,
  wrappedInOneOf,
].flat()
