import { Drawer, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { otherToolsQuery } from '../../api/analyses.ts'
import type { Report } from '../../api/types.ts'
import { LoadFailed } from '../../components/load-failed.tsx'
import { useWords } from '../../i18n/period-words.ts'
import { OtherTool } from './other-tool.tsx'
import classes from './other-tools.module.css'
import { useRetention } from './use-retention.ts'

/** What other tools would print for the same question, and what makes the difference. */
export function OtherTools({ report }: { report: Report }) {
  const { say } = useWords()
  const { search, change } = useRetention()
  return (
    <Drawer.Root
      opened={search.tools === true}
      onClose={() => change({ tools: undefined })}
      position="right"
      size={600}
    >
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content aria-label={say('tools.title')}>
        <Drawer.Header>
          <Drawer.Title className={classes.title!}>{say('tools.title')}</Drawer.Title>
          <Drawer.CloseButton data-autofocus aria-label={say('common.close')} />
        </Drawer.Header>
        <Drawer.Body className={classes.body!}>{search.tools && <Contents report={report} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Contents({ report }: { report: Report }) {
  const { say, formats, periods } = useWords()
  const { question, choice } = useRetention()
  const tools = useQuery(otherToolsQuery(question))
  const { total } = report
  const counts = { returned: formats.number(total.returned), served: formats.number(total.served) }
  const asked = `${periods.name(choice.base)} → ${periods.rule(choice.rule)}`
  return (
    <>
      <p className={classes.intro}>{say('tools.intro')}</p>
      <section className={classes.ours} aria-label={say('tools.ours')}>
        <div className={classes.head}>
          <h3>{say('tools.ours')}</h3>
          {total.rate !== null && <b className={classes.rate}>{formats.percent(total.rate)}</b>}
        </div>
        <p>
          {total.rate === null
            ? say('tools.oursNotOver', { ...counts, date: formats.date(report.closesOn) })
            : say('tools.oursRate', { ...counts, asked })}
        </p>
      </section>
      {tools.isError ? (
        <LoadFailed error={tools.error} retry={tools.refetch} />
      ) : !tools.data ? (
        <Skeleton height={420} />
      ) : (
        <ul className={classes.tools}>
          {tools.data.tools.map((tool) => (
            <OtherTool key={tool.preset} tool={tool} />
          ))}
        </ul>
      )}
    </>
  )
}
