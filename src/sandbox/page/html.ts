/** The markup of the pages: values are text unless they are markup already. */
export { type Content, escapeHtml, Html, html } from '../../lib/html.js'
