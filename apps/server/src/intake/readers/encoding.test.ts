import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { detectEncoding } from './encoding.ts'

it('takes UTF-8 for UTF-8 wherever the first chunk cuts a word of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'comeback-encoding-'))
  try {
    for (let shift = 0; shift < 4; shift++) {
      const path = join(folder, `${shift}.csv`)
      await writeFile(path, `${'x'.repeat(shift)},${'Манікюр з покриттям,€😀\r\n'.repeat(10_000)}`)
      const file = await open(path)
      expect(await detectEncoding(file)).toEqual({ name: 'utf8', mark: 0 })
      await file.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
