/** What is told of signs at the names of units: the rule that was used, a rule that nothing bears, a sign that nothing explains. */
import { info, warning } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { isUnitField } from './label.ts';
import type { Node } from './outline.ts';
import type { Review, Reviewed } from './plausible.ts';
import type { Cast } from './role.ts';
import { isLookSign } from './sign-rule.ts';
import { readUnitList } from './unit-list.ts';

/** Signs that a rule gives a meaning. A look that every name has sets nobody off. */
export function signsInForce(cast: readonly Cast[]): ReadonlySet<string> {
  const ruled = new Set(cast.flatMap(({ node }) => node.read.content.signRules.map(({ sign }) => sign)));
  if (![...ruled].some(isLookSign)) return ruled;
  const borne = cast.flatMap(({ node }) => signsOf(node));
  return new Set([...ruled].filter((sign) => !isLookSign(sign) || borne.some((each) => each !== sign)));
}

export function signMessages({ cast, tasks, file }: Review): readonly Message[] {
  const inForce = signsInForce(cast);
  const used = new Map<string, Reviewed[]>();
  for (const each of tasks) {
    for (const sign of new Set(signsOf(each.node))) if (sign !== '') used.set(sign, [...(used.get(sign) ?? []), each]);
  }
  const rules = cast.flatMap(({ node }) => node.read.content.signRules);
  const explained = rules.map(({ words, sign }) => words + sign).join('\n');
  return [
    ...rules.map(({ sign, called, words, spot }) => {
      const place = { file, row: spot.line, column: spot.column };
      return used.has(sign) && inForce.has(sign)
        ? info(place, 'sign-leads', { called, words })
        : warning(place, 'sign-unseen', { called, words });
    }),
    ...[...used].flatMap(([sign, found]) => {
      const place = { file, row: found[0]?.task.place.line ?? null, column: null };
      const ids = found.map(({ task }) => task.id).join('、');
      return explained.includes(sign) || isLookSign(sign)
        ? []
        : [warning(place, 'sign-unexplained', { sign, tasks: ids })];
    }),
  ];
}

/** The sign of each unit of a task. */
function signsOf({ read }: Node): readonly string[] {
  const lists = read.content.claims.filter(({ field }) => isUnitField(field));
  return lists.flatMap(({ value }) => readUnitList(value).signs);
}
