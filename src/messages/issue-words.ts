import type {AvailableMethod, Issue} from '../model/method-kind.js';
import {enIssues} from './en-issues.js';
import {mergeMessages} from './messages.js';
import type {Wording} from './wording.js';

/** Says what to do about an issue. A pattern's own message comes first. */
export function issueWords(issue: Issue, method: AvailableMethod, wording: Wording): string {
  const variable = method.variables.find(({key}) => key === issue.key);
  if (!variable) return wording.messages.rejected;
  if (issue.code === 'field_pattern' && variable.pattern?.message !== undefined) {
    return wording.text(variable.pattern.message);
  }
  const {issues, insideSentence} = mergeMessages(enIssues, wording.messages);
  const label = wording.label(variable, method);
  const [first = ''] = label.split(' ');
  const isName = wording.connectorName().split(' ').includes(first);
  const words = issues[issue.code] ?? issues['other'];
  return (
    words?.({
      label: isName ? label : insideSentence(label),
      chosen: variable.type === 'select',
      example: variable.example,
      params: {...(variable.format && {format: variable.format}), ...issue.params},
    }) ?? wording.messages.rejected
  );
}
