/** A moment as a customer reads it: `3 March 2026`. */
export function formatDate(moment: string, locale = 'en-GB'): string {
  return new Date(moment).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
}
