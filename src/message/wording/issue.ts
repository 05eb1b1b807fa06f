/** Messages of what is done with issued papers: issue, reissue, reprint, verify (src/register/). */
export const issueWordings = {
  'issue-unfinished': {
    zh: () => '上次登记中断，尚未办完；再次运行当时的命令（如 duban issue）即自动办完，不会重号、漏号',
    en: () =>
      'the last change of the register was interrupted; run its command (duban issue, say) again to finish it, no number is lost or doubled',
  },
  'issue-finished': {
    zh: ({ command, quarter, numbers }: Finished) =>
      `已办完上次中断的${commandWords[command]}（${quarter}）${numbers.length === 0 ? '' : `，共 ${numbers.length} 件：${ends(numbers)}`}`,
    en: ({ command, quarter, numbers }: Finished) =>
      `finished the interrupted ${command} of ${quarter}${numbers.length === 0 ? '' : `: ${numbers.length} papers, ${ends(numbers)}`}`,
  },
  'journal-broken': {
    zh: () =>
      '中断的发文记录已损坏，无法继续；请把 inputs/register 整个换成备份中的（不只是覆盖，本文件不能留下），再用 duban verify out/issued 核对',
    en: () =>
      'the record of an interrupted issue is damaged; put the whole inputs/register of a backup in place of this one (not over it, this file must go), then check with duban verify out/issued',
  },
  'journal-place-taken': {
    zh: ({ journal }: { journal: string }) =>
      `上次发文中断后此文件又被改动，不能自动办完；请恢复此文件（参见 ${journal}）`,
    en: ({ journal }: { journal: string }) =>
      `changed after an issue was interrupted, which therefore cannot be finished; restore this file (see ${journal})`,
  },
  'journal-file-lost': {
    zh: ({ staged }: { staged: string }) => `上次发文中断，其待办文件“${staged}”已丢失；请从备份恢复`,
    en: ({ staged }: { staged: string }) =>
      `an issue was interrupted and its file “${staged}” is lost; restore it from a backup`,
  },
  'nothing-to-issue': {
    zh: ({ quarter }: { quarter: string }) => `${quarter} 没有可发的文件`,
    en: ({ quarter }: { quarter: string }) => `nothing to issue for ${quarter}`,
  },
  'already-issued': {
    zh: ({ quarter, kind, count, first }: Issued) =>
      `${quarter} 的${kind}已发 ${count} 件（${first} 起），不再重发；如内容有变，请用 duban reissue ${quarter}`,
    en: ({ quarter, kind, count, first }: Issued) =>
      `${count} papers (${kind}) of ${quarter} are issued already, from ${first}; for what changed since use duban reissue ${quarter}`,
  },
  'not-issued-yet': {
    zh: ({ quarter }: { quarter: string }) => `${quarter} 尚未发文，请先用 duban issue ${quarter}`,
    en: ({ quarter }: { quarter: string }) => `${quarter} is not issued yet; use duban issue ${quarter} first`,
  },
  'issued-left-out': {
    zh: ({ quarter, count }: { quarter: string; count: number }) =>
      `${quarter} 已有 ${count} 件印发过，本次只发其余各件`,
    en: ({ quarter, count }: { quarter: string; count: number }) =>
      `${count} papers of ${quarter} are issued already; only the rest is issued now`,
  },
  'replaces-not-valid': {
    zh: ({ number, quarter }: { number: string; quarter: string }) =>
      `${number} 不是 ${quarter} 现行有效的文件，不能替代；登记簿在生成草稿后有变化，请重新运行 duban build ${quarter}`,
    en: ({ number, quarter }: { number: string; quarter: string }) =>
      `${number} is no valid paper of ${quarter} and cannot be replaced; the register changed after the drafts were made, run duban build ${quarter} again`,
  },
  'has-valid-paper': {
    zh: ({ number, quarter }: { number: string; quarter: string }) =>
      `该单位已有有效的 ${number}；登记簿在生成草稿后有变化，请重新运行 duban build ${quarter}`,
    en: ({ number, quarter }: { number: string; quarter: string }) =>
      `the unit has ${number}, which is valid; the register changed after the drafts were made, run duban build ${quarter} again`,
  },
  'draft-not-built': {
    zh: ({ count, command }: OfDrafts) =>
      `此件等 ${count} 件不是 duban build 生成的现行草稿；请先运行 ${command}，审阅后再印发`,
    en: ({ count, command }: OfDrafts) =>
      `no draft was built of this paper (${count} in all); run ${command} and read them before they are issued`,
  },
  'draft-out-of-date': {
    zh: ({ count, command }: OfDrafts) =>
      `此件等 ${count} 件草稿与现行数据不一致（生成后数据或模板有变）；请重新运行 ${command}，审阅后再印发`,
    en: ({ count, command }: OfDrafts) =>
      `this draft (${count} in all) is not what would be said today: data or templates changed since; run ${command} and read it before it is issued`,
  },
  'draft-edited-left': {
    zh: () =>
      '草稿已被手工修改，本次不发此件；按修改后的文稿印发请加 --as-edited，放弃修改请用 duban build --overwrite 重新生成',
    en: () =>
      'the draft was edited by hand and is not issued now; add --as-edited to issue it as it stands, or build --overwrite to give the edits up',
  },
  'draft-gone': {
    zh: ({ command }: { command: string }) => `草稿已被删除，本次不发此件；如要印发，请先运行 ${command}`,
    en: ({ command }: { command: string }) =>
      `the draft was deleted and the paper is not issued now; run ${command} to have it again`,
  },
  'no-such-paper': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `登记簿中没有“${written}”${nearest.length > 0 ? `；是否为 ${nearest.join('、')}？` : ''}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `the register has no “${written}”${nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : ''}`,
  },
  'reprint-differs': {
    zh: ({ number }: Reprint) =>
      `${number} 按留存内容重印，结果与发文时的校验码不符，不予输出；请使用原件，或核对字体、版式文件是否有变化`,
    en: ({ number }: Reprint) =>
      `${number} printed again from its record does not give the recorded hash and is refused; use the original, or check whether fonts or styles changed`,
  },
  'reprint-other-writer': {
    zh: ({ number, issuedBy, today }: Reprint) =>
      issuedBy === today
        ? `${number} 由同一版本（${today ?? ''}）印制，但字体、样式或程序文件与当时不同，不能印出相同文件；请使用原件，或改用当时的字体和样式`
        : `${number} 由 ${issuedBy ?? '较早的版本'} 印制，现为 ${today ?? ''}，不能印出相同文件；请使用原件，或改用当时的程序版本和字体`,
    en: ({ number, issuedBy, today }: Reprint) =>
      issuedBy === today
        ? `${number} was printed by the same release (${today ?? ''}) with other faces, styles or program files: the same bytes cannot be made; use the original or those`
        : `${number} was printed by ${issuedBy ?? 'an earlier release'}, this is ${today ?? ''}: the same bytes cannot be made; use the original or that release`,
  },
  'reprint-restored': {
    zh: ({ number }: Numbered) => `${number} 原件缺失，已按留存内容重印，校验码相同`,
    en: ({ number }: Numbered) => `${number} was missing and is printed again, with the same hash`,
  },
  'issued-missing': {
    zh: ({ number }: Numbered) => `缺失：${number} 的文件不在；可用 duban reprint ${number} 恢复`,
    en: ({ number }: Numbered) => `missing: the file of ${number}; duban reprint ${number} restores it`,
  },
  'issued-changed': {
    zh: ({ number }: Numbered) => `改动：${number} 的文件与发文时不同；请移走后用 duban reprint ${number} 恢复`,
    en: ({ number }: Numbered) =>
      `changed: the file of ${number} is not what was issued; move it away and use duban reprint ${number}`,
  },
  'annex-missing': {
    zh: ({ number }: Numbered) => `缺失：${number} 的附件不在，不能重印；请从备份或档案包恢复`,
    en: ({ number }: Numbered) =>
      `missing: an annex of ${number}, which cannot be printed again; restore it from a backup or a bag`,
  },
  'annex-changed': {
    zh: ({ number }: Numbered) => `改动：${number} 的附件与发文时不同，不能重印；请从备份或档案包恢复`,
    en: ({ number }: Numbered) =>
      `changed: an annex of ${number} is not what was issued and cannot be printed again; restore it from a backup or a bag`,
  },
  'issued-unregistered': {
    zh: () =>
      '此件有文号而登记簿中没有：登记簿可能是旧的或被删短；请先从备份或版本库恢复 inputs/register，此件原样保留',
    en: () =>
      'this file bears a number that the register does not know: the register may be an old copy or cut; restore inputs/register from a backup or version control and leave this file where it is',
  },
  'issued-extra': {
    zh: () => '多余：登记簿中没有此文件；请移出 out/issued',
    en: () => 'extra: the register does not know this file; move it out of out/issued',
  },
};

type Numbered = { readonly number: string };
const commandWords = {
  issue: '印发',
  reissue: '重新印发',
  close: '关账',
  correct: '更正',
  withdraw: '作废或撤回',
} as const;

type Finished = {
  readonly command: keyof typeof commandWords;
  readonly quarter: string;
  readonly numbers: readonly string[];
};
type Issued = { readonly quarter: string; readonly kind: string; readonly count: number; readonly first: string };
/** `command`: what makes them anew. */
type OfDrafts = { readonly count: number; readonly command: string };
/** Releases; null of a paper from before they were named. */
type Reprint = { readonly number: string; readonly issuedBy: string | null; readonly today: string | null };
/** `X督〔2024〕1号 至 X督〔2024〕70号`, or the only one. */
function ends(numbers: readonly string[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first} … ${last}`;
}
