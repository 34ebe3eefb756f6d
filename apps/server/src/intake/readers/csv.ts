import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { IntakeError } from '../errors.ts'
import { detectDelimiter } from './delimiter.ts'
import { detectEncoding, type Encoding } from './encoding.ts'
import { recoverRows } from './recover-rows.ts'
import { HEAD_ROWS, type OnRows, type Table } from './table.ts'

const CHUNK = 1 << 20
/** A row this long is a quote that was never closed: reading on would hold the rest of the file in memory. */
const LONGEST_ROW = 8 << 20

/** Opens a text file as a table. Reads its beginning only; throws IntakeError when it is no text. */
export async function openCsv(path: string): Promise<Table> {
  const { size } = await stat(path)
  const file = await open(path)
  let encoding: Encoding | null
  let text: string
  try {
    encoding = await detectEncoding(file)
    if (encoding === null) throw new IntakeError('notAVisitFile')
    const bytes = Buffer.alloc(Math.min(size, CHUNK))
    await file.read(bytes, 0, bytes.length, 0)
    text = iconv.decode(bytes.subarray(encoding.mark), encoding.name, { stripBOM: false })
  } finally {
    await file.close()
  }
  if (text.trim() === '') throw new IntakeError('emptyFile')
  const whole = size <= CHUNK
  const newline = !text.includes('\n') && text.includes('\r') ? '\r' : '\n'
  const lines = whole ? text : text.slice(0, text.lastIndexOf(newline) + 1) || text
  const delimiter = detectDelimiter(lines.slice(0, CHUNK >> 3), newline)
  const config = { delimiter, newline } as const
  const beginning = Papa.parse<string[]>(lines, { ...config, preview: HEAD_ROWS })
  const head = recoverRows(beginning.data, beginning.errors, delimiter).rows
  stripReturns(head, newline)
  return {
    format: 'csv',
    encoding: encoding.name,
    delimiter,
    sheets: null,
    sheet: null,
    size,
    head,
    read: (onRows, onProgress, signal) => readRows(path, encoding, config, onRows, onProgress, signal),
  }
}

interface LineFormat {
  delimiter: string
  newline: '\n' | '\r'
}

/**
 * Streams the file through papaparse a megabyte at a time. Its duplex stream (NODE_STREAM_INPUT) hands over row by row
 * and took minutes for a million rows; `chunk` on a readable stream takes 1.5 s.
 */
function readRows(
  path: string,
  encoding: Encoding,
  format: LineFormat,
  onRows: OnRows,
  onProgress: (bytesDone: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { file, text } = textStream(path, encoding)
  return new Promise<void>((resolve, reject) => {
    let row = 1
    let waiting = 0
    const stop = (reason: unknown) => {
      file.destroy()
      text.destroy()
      reject(reason)
    }
    file.on('error', stop)
    text.on('data', (chunk: string) => {
      waiting += chunk.length
      if (waiting > LONGEST_ROW) stop(new IntakeError('unclosedQuote', { row }))
    })
    Papa.parse<string[]>(text, {
      ...format,
      chunk({ data, errors }, parser) {
        try {
          signal?.throwIfAborted()
          if (data.length === 0) return
          waiting = 0
          const { rows, broken } = recoverRows(data, errors, format.delimiter)
          stripReturns(rows, format.newline)
          onRows(rows, row, broken)
          row += rows.length
          onProgress(file.bytesRead)
        } catch (error) {
          // before aborting, which counts as complete
          stop(error)
          parser.abort()
        }
      },
      complete: () => resolve(),
      error: stop,
    })
  })
}

function textStream(
  path: string,
  { name, mark }: Encoding,
): { file: ReturnType<typeof createReadStream>; text: Readable } {
  const native = name === 'utf8' ? 'utf8' : name === 'utf16le' ? 'utf16le' : null
  const file = createReadStream(path, { highWaterMark: CHUNK, start: mark, ...(native ? { encoding: native } : {}) })
  if (native) return { file, text: file }
  const decoder = iconv.decodeStream(name, { stripBOM: false }) as unknown as Readable & NodeJS.WritableStream
  return { file, text: file.pipe(decoder) }
}

/** Rows are cut at line feeds alone, so that a file may mix both kinds of line ends. */
function stripReturns(rows: string[][], newline: '\n' | '\r'): void {
  if (newline === '\r') return
  for (const row of rows) {
    const last = row.length - 1
    const cell = row[last]!
    if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1)
  }
}
