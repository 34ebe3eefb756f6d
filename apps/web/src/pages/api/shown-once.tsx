import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../components/copy-text.ts'
import { useText } from '../../i18n/index.ts'
import classes from './api.module.css'

/** A secret the server does not tell again. */
export function ShownOnce({ says, secret }: { says: string; secret: string }) {
  const { say } = useText()
  const [copied, setCopied] = useState(false)
  return (
    <div className={classes.once} role="status">
      <p>{says}</p>
      <code>{secret}</code>
      <Button size="xs" variant="default" onClick={() => void copyText(secret).then(() => setCopied(true))}>
        {say(copied ? 'api.copied' : 'api.copy')}
      </Button>
    </div>
  )
}
