import type {AvailableMethod, Issue} from '../model/method-kind.js';
import {enIssues} from './en-issues.js';
import type {Wording} from './wording.js';

/** The words for what came of a credential: the host's own where it has some. */
export const issueMessages = (wording: Wording): typeof enIssues => wording.over(enIssues);

/** Says what to do about an issue. A pattern's own message comes first. */
export function issueWords(issue: Issue, method: AvailableMethod, wording: Wording): string {
  const variable = method.variables.find(({key}) => key === issue.key);
  const {issues, insideSentence, rejected} = issueMessages(wording);
  if (!variable) return rejected;
  if (issue.code === 'field_pattern' && variable.pattern?.message !== undefined) {
    return wording.text(variable.pattern.message);
  }
  const label = wording.label(variable, method);
  const [first = ''] = label.split(' ');
  const isName = wording.connectorName().split(' ').includes(first);
  const words = issues[issue.code] ?? issues['other'];
  return (
    words?.({
      label: isName ? label : insideSentence(label),
      chosen: /select|file/.test(variable.type),
      example: variable.example,
      params: {...(variable.format && {format: variable.format}), ...issue.params},
    }) ?? rejected
  );
}
