import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../i18n/index.ts'
import classes from './copy-line.module.css'
import { copyText } from './copy-text.ts'

/** A text to take elsewhere, with the button that copies it. */
export function CopyLine({ label, text, note }: { label: string; text: string; note?: string }) {
  const { say } = useText()
  const [copied, setCopied] = useState(false)
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      <code>{text}</code>
      <Button size="xs" variant="default" onClick={() => void copyText(text).then(() => setCopied(true))}>
        {say(copied ? 'channels.copied' : 'channels.copy')}
      </Button>
      {note && <small>{note}</small>}
    </div>
  )
}
