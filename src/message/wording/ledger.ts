import { rungWords, type Rung } from '../../trade/figure-words.ts';
type UnknownUnit = {
  readonly tasks: readonly string[];
  readonly lines: readonly number[];
  readonly written: string;
  readonly nearest: readonly string[];
};

/** Messages of the ledger, lights, scores and reassignments (src/domain/). */
const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
const asked = (nearest: readonly string[]): string =>
  nearest.length > 0 ? `；是否为${list(nearest)}？` : '，请核对名称或在 units.csv 中登记';
const askedEn = (nearest: readonly string[]): string =>
  nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : '; check the name or add it to units.csv';

export const ledgerWordings = {
  'lead-beats-cooperator': {
    zh: ({ task, unit }: { task: string; unit: string }) => `任务 ${task} 中“${unit}”既牵头又配合，按牵头单位计`,
    en: ({ task, unit }: { task: string; unit: string }) =>
      `task ${task}: “${unit}” is both lead and cooperating; counted as lead`,
  },
  'unit-named-twice': {
    zh: ({ task, unit }: { task: string; unit: string }) => `任务 ${task} 中“${unit}”出现两次，按一次计`,
    en: ({ task, unit }: { task: string; unit: string }) => `task ${task} names “${unit}” twice; counted once`,
  },
  'task-unit-unknown': {
    zh: ({ tasks, lines, written, nearest }: UnknownUnit) =>
      `任务 ${tasks.join('、')} 的“${written}”不在单位名录中${lines.length > 1 ? `（第 ${lines.join('、')} 行）` : ''}${asked(nearest)}`,
    en: ({ tasks, lines, written, nearest }: UnknownUnit) =>
      `task ${tasks.join(', ')} names “${written}”, which the roster does not have${lines.length > 1 ? ` (lines ${lines.join(', ')})` : ''}${askedEn(nearest)}`,
  },
  'unit-outside-its-dates': {
    zh: ({ unit, until, tasks, asOf }: Stray) =>
      until !== null && until < asOf
        ? `“${unit}”已于 ${until} 停用，但仍承担任务 ${tasks.join('、')}；请在 reassignments.csv 中登记承接单位`
        : `“${unit}”在 ${asOf} 尚未启用，但已承担任务 ${tasks.join('、')}；请核对启用日期`,
    en: ({ unit, until, tasks, asOf }: Stray) =>
      until !== null && until < asOf
        ? `“${unit}” ended on ${until} but still has tasks ${tasks.join(', ')}; enter its successor in reassignments.csv`
        : `“${unit}” does not exist on ${asOf} yet but has tasks ${tasks.join(', ')}; check its first day`,
  },
  'reassignment-cycle': {
    zh: ({ from, to, on }: { from: string; to: readonly string[]; on: string }) =>
      `${on} 的职责调整首尾相接：“${from}”划给${list(to)}，又从那里回到“${from}”；请按实际去向只写一次`,
    en: ({ from, to, on }: { from: string; to: readonly string[]; on: string }) =>
      `the reassignments of ${on} run in a circle: “${from}” gives to ${to.join(', ')}, and gets it back; write only where it ends`,
  },
  'reassignment-of-ended-unit': {
    zh: ({ unit, on, row, successors }: Ended) =>
      `“${unit}”已于 ${on} 撤并（第 ${row} 行），此后不能再划出或划入${successors.length > 0 ? `；应写${list(successors)}` : ''}`,
    en: ({ unit, on, row, successors }: Ended) =>
      `“${unit}” ended on ${on} (row ${row}) and neither gives nor receives after that${successors.length > 0 ? `; write ${successors.join(', ')}` : ''}`,
  },
  'reassignment-of-group': {
    zh: ({ group }: { group: string }) => `“${group}”是集体称谓，不能作为调整的单位；其成员请在 units.csv 中维护`,
    en: ({ group }: { group: string }) =>
      `“${group}” is a group and cannot be reassigned; change its members in units.csv`,
  },
  'reassignment-to-itself': {
    zh: ({ unit }: { unit: string }) =>
      `原单位与新单位同为“${unit}”；只有分设、职责划转到几个单位时，新单位中才可以有原单位`,
    en: ({ unit }: { unit: string }) =>
      `“${unit}” is given to itself; only a split or a duty shared by several may name the old unit among the new`,
  },
  'reassignment-without-successor': {
    zh: ({ unit }: { unit: string }) => `没有写明“${unit}”的任务由谁承接；请填写“新单位”`,
    en: ({ unit }: { unit: string }) => `nobody takes over from “${unit}”; fill in the new unit`,
  },
  'reassignment-to-many': {
    zh: ({ unit, to }: { unit: string; to: readonly string[] }) =>
      `“${unit}”只能有一个去向，现写了${list(to)}；去向不止一个的，类型应为“分设”`,
    en: ({ unit, to }: { unit: string; to: readonly string[] }) =>
      `“${unit}” can become one unit only, found ${to.join(', ')}; for several the kind is 分设 (split)`,
  },
  'reassignment-twice': {
    zh: ({ unit, row }: Rival) => `与第 ${row} 行重复：“${unit}”的同一调整只计一次，请删去一行`,
    en: ({ unit, row }: Rival) => `repeats row ${row}: this change of “${unit}” counts once; delete one row`,
  },
  'reassignment-known': {
    zh: ({ unit, row }: Rival) => `“${unit}”的这一调整第 ${row} 行已登记，没有再写一次`,
    en: ({ unit, row }: Rival) => `this change of “${unit}” stands in row ${row} already and was not written again`,
  },
  'reassignment-contradiction': {
    zh: ({ unit, on, row, to }: Rival & { to: readonly string[] }) =>
      `与第 ${row} 行矛盾：“${unit}”的同一任务在 ${on} 已划给${list(to)}；划给几个单位的，请写在一行的“新单位”中`,
    en: ({ unit, on, row, to }: Rival & { to: readonly string[] }) =>
      `contradicts row ${row}: the same task of “${unit}” goes to ${to.join(', ')} on ${on}; name several new units in one row`,
  },
  'reassignment-outside-unit-dates': {
    zh: ({ unit, on, from, until }: Outside) =>
      `“${unit}”在 ${on} 不在启用期内（${from ?? ''}至${until ?? ''}）；请核对生效日期或 units.csv`,
    en: ({ unit, on, from, until }: Outside) =>
      `“${unit}” does not exist on ${on} (${from ?? ''} to ${until ?? ''}); check the effective date or units.csv`,
  },
  'reassignment-unknown-task': {
    zh: ({ task }: { task: string }) => `没有编号为 ${task} 的任务；请按责任分解意见的编号填写`,
    en: ({ task }: { task: string }) => `there is no task ${task}; use the numbers of the breakdown`,
  },
  'reassignment-of-unowned-task': {
    zh: ({ task, unit, role }: { task: string; unit: string; role: string }) =>
      `此时任务 ${task} 不由“${unit}”${roleZh(role)}；请核对任务编号、角色和前面的调整`,
    en: ({ task, unit, role }: { task: string; unit: string; role: string }) =>
      `“${unit}” does not have task ${task}${role === 'both' ? '' : ` as ${role}`} at that time; check task, role and earlier rows`,
  },
  'reassignment-leaves-no-lead': {
    zh: ({ task, unit }: { task: string; unit: string }) =>
      `“${unit}”撤销后任务 ${task} 没有牵头单位；请填写承接的“新单位”`,
    en: ({ task, unit }: { task: string; unit: string }) =>
      `without “${unit}” nobody leads task ${task}; fill in the unit that takes over`,
  },
  'plan-twice': {
    zh: ({ task, row }: { task: string; row: number }) => `任务 ${task} 的计划在第 ${row} 行已有；一个任务只写一行`,
    en: ({ task, row }: { task: string; row: number }) =>
      `task ${task} has its plan in row ${row} already; one row a task`,
  },
  'closed-twice': {
    zh: ({ task, row }: { task: string; row: number }) => `任务 ${task} 在第 ${row} 行已销号；如曾重新启动，请补登`,
    en: ({ task, row }: { task: string; row: number }) =>
      `task ${task} was closed in row ${row} already; if it was reopened in between, enter that too`,
  },
  'reopened-but-not-closed': {
    zh: ({ task }: { task: string }) => `任务 ${task} 未曾销号，不能重新启动；请补登销号或核对编号`,
    en: ({ task }: { task: string }) =>
      `task ${task} was never closed and cannot be reopened; enter the closing or check the number`,
  },
  'office-names-unknown-task': {
    zh: ({ task }: { task: string }) => `没有编号为 ${task} 的任务；请按责任分解意见的编号填写`,
    en: ({ task }: { task: string }) => `there is no task ${task}; use the numbers of the breakdown`,
  },
  'returns-after-the-day': {
    zh: ({ count, asOf, last }: { count: number; asOf: string; last: string }) =>
      `${count} 行的填报日期在台账日期 ${asOf} 之后（最晚 ${last}），未计入；需要计入时用 --date 指定日期`,
    en: ({ count, asOf, last }: { count: number; asOf: string; last: string }) =>
      `${count} rows were filed after the ledger's day ${asOf} (last ${last}) and are not counted; give a later --date to count them`,
  },
  'adjustment-without-entry': {
    zh: ({ unit }: { unit: string }) => `“${unit}”在台账日期没有承担任务，此项未计入；单位已撤并的，请改写承接单位`,
    en: ({ unit }: { unit: string }) =>
      `“${unit}” has no task on the ledger's day, so this is not counted; if it was merged, name its successor`,
  },
  'adjustment-without-points': {
    zh: ({ kind }: { kind: string }) =>
      `“${kind}”没有写分值，office.yaml 的考核规则也没有给出；请填写“分值”或在 scoring 中写明 points`,
    en: ({ kind }: { kind: string }) =>
      `“${kind}” has no points, and the scoring rules of office.yaml give none; fill in 分值 or set points under scoring`,
  },
  'scoring-rule-twice': {
    zh: ({ label }: { label: string }) => `考核规则“${label}”写了两次；一个事项只能有一条规则`,
    en: ({ label }: { label: string }) => `the scoring rule “${label}” stands twice; one rule an item`,
  },
  'scoring-cap-on-rung': {
    zh: ({ label, group }: { label: string; group: string }) =>
      `“${label}”不能单独封顶（否则按时报送反而可能减分）；请把上限写在“${group}”组的 deductionCap 或 bonusCap 上`,
    en: ({ label, group }: { label: string; group: string }) =>
      `“${label}” cannot have a cap of its own (filing on time could then lower a score); put it on the group “${group}”`,
  },
  'scoring-ladder-apart': {
    zh: ({ label, groups }: { label: string; groups: readonly string[] }) =>
      `“${label}”与同类规则分散在${list(groups)}，应写在一组，共用一个上限`,
    en: ({ label, groups }: { label: string; groups: readonly string[] }) =>
      `“${label}” and the rules of its kind are spread over ${groups.join(', ')}; put them into one group with one cap`,
  },
  'scoring-paid-by-day': {
    zh: ({ label }: { label: string }) => `“${label}”按天计分，只能扣分；请把 points 改为负数或删去 per`,
    en: ({ label }: { label: string }) =>
      `“${label}” counts by day and can only deduct; make its points negative or delete “per”`,
  },
  'scoring-mixed-signs': {
    zh: ({ label }: { label: string }) => `“${label}”不能对一种角色加分、对另一种扣分；请统一 points 的正负`,
    en: ({ label }: { label: string }) => `“${label}” cannot give points to one role and take them from the other`,
  },
  'scoring-ladder-mixed': {
    zh: ({ label }: { label: string }) =>
      `“${label}”与同类规则的 per 不一致（否则按时报送反而可能减分）；请都写 占比，或者都不写`,
    en: ({ label }: { label: string }) =>
      `“${label}” counts otherwise than the rules of its kind (filing on time could then lower a score); let all say per: 占比, or none`,
  },
  'scoring-share': {
    zh: ({ label }: { label: string }) => `“${label}”是督查室认定的事项，不能按占比计分；请删去 per`,
    en: ({ label }: { label: string }) => `“${label}” is found by the office and has no share; delete “per”`,
  },
  'scoring-every': {
    zh: ({ label }: { label: string }) =>
      `“${label}”不能每几项计一次：every 只能用于同类中最先扣分的一级，按项计，牵头、配合分值相同`,
    en: ({ label }: { label: string }) =>
      `“${label}” cannot count every so many: only the rung that deducts first may, by event, with the same points for both roles`,
  },
  'scoring-order': {
    zh: ({ better, worse }: { better: Rung; worse: Rung }) =>
      `“${rungWords[worse]}”的得分不能高于“${rungWords[better]}”（没有写的规则按0分计）；请调整 points`,
    en: ({ better, worse }: { better: Rung; worse: Rung }) =>
      `“${worse}” must not give more than “${better}” (a rule that is not there counts 0); change its points`,
  },
};

type Stray = { unit: string; from: string | null; until: string | null; tasks: readonly string[]; asOf: string };
type Ended = { unit: string; on: string; row: number; successors: readonly string[] };
type Rival = { unit: string; on: string; row: number };
type Outside = { unit: string; on: string; from: string | null; until: string | null };

function roleZh(role: string): string {
  return role === 'lead' ? '牵头' : role === 'cooperating' ? '配合' : '承担';
}
