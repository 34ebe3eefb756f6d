import type { GroupRule } from '@comeback/server/groups/rule'
import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'
import { ConditionRow } from './condition-row.tsx'
import { KINDS, newCondition, type Together } from './draft.ts'

interface Props {
  rule: Together
  onChange: (rule: Together) => void
  depth: number
}

/** Conditions one under another, whether all or any of them must hold, and the way to add one. */
export function ConditionList({ rule, onChange, depth }: Props) {
  const { say } = useText()
  const change = (rules: GroupRule[]) => onChange({ ...rule, rules })
  const add = (added: GroupRule) => change([...rule.rules, added])
  return (
    <div className={depth > 0 ? classes.nested : undefined}>
      <SegmentedControl
        size="sm"
        aria-label={say('groups.join')}
        data={[
          { value: 'and', label: say('groups.all') },
          { value: 'or', label: say('groups.any') },
        ]}
        value={rule.kind}
        onChange={(kind) => onChange({ ...rule, kind: kind === 'or' ? 'or' : 'and' })}
      />
      {rule.rules.length === 0 && <p className={classes.problem}>{say('groups.problem.empty')}</p>}
      <ul className={classes.list}>
        {rule.rules.map((each, place) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity, and keep their places
            key={place}
            rule={each}
            depth={depth}
            onChange={(changed) => change(rule.rules.with(place, changed))}
            onRemove={() => change(rule.rules.toSpliced(place, 1))}
          />
        ))}
      </ul>
      <Menu shadow="lg" radius="md" position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="light" size="sm" leftSection={<IconPlus size={16} aria-hidden />}>
            {say('groups.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.kinds!}>
          {Object.entries(KINDS).map(([section, kinds]) => (
            <div key={section}>
              <Menu.Label>{say(`groups.section.${section as keyof typeof KINDS}`)}</Menu.Label>
              {kinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => add(newCondition(kind))}>
                  {say(`groups.condition.${kind}`)}
                </Menu.Item>
              ))}
              {section === 'chance' && depth === 0 && (
                <Menu.Item onClick={() => add({ kind: 'or', rules: [newCondition('staff'), newCondition('service')] })}>
                  {say('groups.condition.together')}
                </Menu.Item>
              )}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
