const folders =
  /(^|\/)(tests?|__tests__|specs?|testdata|fixtures?|mocks?|__mocks__|e2e|cypress|testing|[\w.]+\.\w*tests?)\//i
const names =
  /(^|\/)(?:test_[^/]*\.(?:py|rb)|conftest\.py)$|[._-](test|tests|spec|mock|stories)\.[a-z]+$|_test\.(go|py)$|(?:^|\/)tests\.py$|(?:^|\/)tests?\.rs$|_tests?\.rs$|(?:^|\/)benches\/[^/]+\.rs$/i
const classes = /(Test|Tests|IT|Spec)\.(java|kt|cs|php|groovy|scala)$/

/** Whether a file is a test by the customs of its language: what breaks only there breaks nobody who uses the product. */
export function isTestFile(path: string): boolean {
  return folders.test(path) || names.test(path) || classes.test(path)
}
