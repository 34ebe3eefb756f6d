import type { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { IntakeError } from '../errors.ts'
import { detectDelimiter } from './delimiter.ts'
import { detectEncoding, type Encoding, namedEncoding } from './encoding/detect.ts'
import { decodeTwice, TWICE } from './encoding/twice.ts'
import { recoverRows } from './recover-rows.ts'
import type { Source } from './source.ts'
import { HEAD_ROWS, type OnRows, type Table } from './table.ts'

const CHUNK = 1 << 20
/** A row this long is a quote that was never closed: reading on would hold the rest of the file in memory. */
const LONGEST_ROW = 8 << 20

/** Opens a text file as a table. Reads its beginning only; throws IntakeError when it is no text. */
export async function openCsv(source: Source, asked?: string): Promise<Table> {
  const { size } = source
  const encoding = asked === undefined ? await detectEncoding(source) : await namedEncoding(source, asked)
  if (encoding === null) throw new IntakeError('notAVisitFile')
  const text = await decode(await source.bytes(encoding.mark, CHUNK), encoding)
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
    read: (onRows, onProgress, signal) => readRows(source, encoding, config, onRows, onProgress, signal),
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
  source: Source,
  encoding: Encoding,
  format: LineFormat,
  onRows: OnRows,
  onProgress: (bytesDone: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { file, text } = textStream(source, encoding)
  let bytesRead = 0
  file.on('data', (chunk: Buffer) => {
    bytesRead += chunk.length
  })
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
          onProgress(bytesRead)
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

function textStream(source: Source, encoding: Encoding): { file: Readable; text: Readable } {
  const file = source.stream(encoding.mark)
  return { file, text: file.pipe(decoder(encoding)) }
}

function decoder({ name }: Encoding): Readable & NodeJS.WritableStream {
  if (TWICE.includes(name)) return decodeTwice(name)
  return iconv.decodeStream(name, { stripBOM: false }) as unknown as Readable & NodeJS.WritableStream
}

async function decode(bytes: Buffer, encoding: Encoding): Promise<string> {
  const stream = decoder(encoding)
  stream.end(bytes)
  let text = ''
  for await (const piece of stream) text += piece
  return text
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
