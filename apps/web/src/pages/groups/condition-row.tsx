import type { GroupRule } from '@comeback/server/groups/rule'
import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '../../i18n/index.ts'
import classes from './builder.module.css'
import { ConditionFields } from './condition-fields.tsx'
import { ConditionList } from './condition-list.tsx'
import { bare, isCondition, isTogether, problemOf } from './draft.ts'

interface Props {
  rule: GroupRule
  depth: number
  onChange: (rule: GroupRule) => void
  onRemove: () => void
}

/** One condition as a sentence: those who, or except those who; what; and its particulars. */
export function ConditionRow({ rule: given, depth, onChange, onRemove }: Props) {
  const { say } = useText()
  const { rule, negated } = bare(given)
  const change = (changed: GroupRule, not = negated) => onChange(not ? { kind: 'not', rule: changed } : changed)
  const problem = isTogether(rule) ? null : problemOf(rule)
  const name = say(isCondition(rule) ? `groups.condition.${rule.kind}` : 'groups.condition.together')
  return (
    <li className={classes.condition}>
      <div className={classes.sentence}>
        <Select
          className={classes.whether!}
          aria-label={say('groups.whether')}
          allowDeselect={false}
          data={[
            { value: 'who', label: say('groups.who') },
            { value: 'except', label: say('groups.except') },
          ]}
          value={negated ? 'except' : 'who'}
          onChange={(value) => change(rule, value === 'except')}
        />
        <b className={classes.kind}>{name}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={say('groups.removeCondition', { name })}
          onClick={onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </div>
      {isCondition(rule) && <ConditionFields rule={rule} onChange={(changed) => change(changed)} />}
      {isTogether(rule) && <ConditionList rule={rule} depth={depth + 1} onChange={(changed) => change(changed)} />}
      {problem && (
        <p className={classes.problem} role="alert">
          {say(problem)}
        </p>
      )}
    </li>
  )
}
