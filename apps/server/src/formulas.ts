/**
 * A text that a spreadsheet opening a CSV file would run as a formula: one that begins, maybe after blanks, with a sign
 * of one (full-width signs are read as the plain ones), `|` of DDE, a tab or a line end. A phone (`+380…`) and a
 * negative number are none.
 */
export const FORMULA = /^[\t\r\n]|^\s*(?:[=@|＝＠]|[+\-＋－](?![\d\s().,-]*$))/
