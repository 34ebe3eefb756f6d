import { Button, FileButton, Progress } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { uploadFile } from '../../api/imports.ts'
import { importQuery, importsQuery } from '../../api/queries.ts'
import { Failure } from '../../components/failure.tsx'
import { useWords } from '../../i18n/period-words.ts'
import classes from './dropzone.module.css'

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xlsm,.xls,.html,.ods,.zip'

/** Takes one file, by dropping or choosing it, and shows how much of it has gone out. */
export function Dropzone() {
  const { say, formats } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const send = async (file: File | null | undefined) => {
    if (!file) return
    const control = new AbortController()
    stop.current = control
    setError(null)
    setSending({ name: file.name, share: 0 })
    try {
      const created = await uploadFile(file, (share) => setSending({ name: file.name, share }), control.signal)
      queries.setQueryData(importQuery(String(created.id)).queryKey, created)
      void queries.invalidateQueries({ queryKey: importsQuery.queryKey })
      await navigate({ to: '/import/$id', params: { id: String(created.id) } })
    } catch (failure) {
      if (!control.signal.aborted) setError(failure)
    } finally {
      setSending(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <div className={classes.sending} role="status">
            <b>
              {say('imports.uploading')} «{sending.name}»
            </b>
            <Progress value={sending.share * 100} size="lg" radius="xl" aria-label={say('imports.uploading')} />
            <span>{formats.percent(sending.share)}</span>
            <Button variant="default" size="sm" onClick={() => stop.current?.abort()}>
              {say('imports.stop')}
            </Button>
          </div>
        ) : (
          <>
            <IconFileUpload size={38} stroke={1.4} aria-hidden />
            <b>{say(over ? 'imports.dropActive' : 'imports.drop')}</b>
            <FileButton
              onChange={(file) => void send(file)}
              accept={ACCEPTED}
              inputProps={{ 'aria-label': say('imports.choose') }}
            >
              {(props) => <Button {...props}>{say('imports.choose')}</Button>}
            </FileButton>
            <small>{say('imports.formats')}</small>
          </>
        )}
      </div>
      {error !== null && <Failure error={error} />}
    </>
  )
}
