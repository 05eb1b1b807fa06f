/** Messages of the breakdown parser (src/read/breakdown/). */
export const breakdownWordings = {
  'wrapped-line': {
    zh: ({ no }: { no: string }) => `任务 ${no} 的文字在行尾断开，已与下一行相接`,
    en: ({ no }: { no: string }) => `the text of task ${no} is broken over lines; joined`,
  },
  'wrapped-title': {
    zh: ({ title }: { title: string }) => `标题分行书写，已接为“${title}”`,
    en: ({ title }: { title: string }) => `the title stands on several lines; joined to “${title}”`,
  },
  'inline-label': {
    zh: ({ no, label }: { no: string; label: string }) => `任务 ${no} 的“${label}”写在正文同一行，已分开`,
    en: ({ no, label }: { no: string; label: string }) =>
      `“${label}” of task ${no} stands in the line of its text; taken apart`,
  },
  'stray-mark': {
    zh: ({ no, mark, kept }: { no: string; mark: string; kept: string }) =>
      `任务 ${no} 有多余的符号“${mark}”，已删去，保留“${kept}”`,
    en: ({ no, mark, kept }: { no: string; mark: string; kept: string }) =>
      `task ${no} has a stray mark “${mark}”; removed, “${kept}” kept`,
  },
  'empty-unit': {
    zh: ({ no, label }: { no: string; label: string }) =>
      `任务 ${no} 的“${label}”中有一个单位是空的（多余的顿号），已略去；请核对是否漏写单位`,
    en: ({ no, label }: { no: string; label: string }) =>
      `“${label}” of task ${no} has an empty unit (a separator too many); dropped, check whether a unit is missing`,
  },
  'unfinished-text': {
    zh: ({ no, end }: { no: string; end: string }) => `任务 ${no} 的正文以“${end}”结尾，似未写完；原文照录，请核对`,
    en: ({ no, end }: { no: string; end: string }) =>
      `the text of task ${no} ends in “${end}” and seems unfinished; kept as it is, please check`,
  },
  'no-tasks': {
    zh: () => '没有读到任务：应有编号的任务及“牵头单位：”“责任单位：”一类的字样，请核对文件是否为责任分解',
    en: () =>
      'no task found: expected numbered tasks with 牵头单位：, 责任单位： or the like; is this a responsibility breakdown?',
  },
  'no-units': {
    zh: ({ no }: { no: string }) => `任务 ${no} 没有写明单位，未沿用其他任务的单位；请在 catalogue.csv 中补上`,
    en: ({ no }: { no: string }) => `task ${no} names no unit and inherits none; add it in catalogue.csv`,
  },
  'no-lead': {
    zh: ({ tasks }: { tasks: string }) =>
      `任务 ${tasks} 只写责任单位，没有写明牵头单位，也没有“列第一位的为牵头单位”的说明；未指定牵头，记为责任单位`,
    en: ({ tasks }: { tasks: string }) =>
      `tasks ${tasks} name responsible units but no lead, and no rule says that the first one leads; no lead was made up`,
  },
  'repeated-unit': {
    zh: ({ no, unit }: { no: string; unit: string }) => `任务 ${no} 中“${unit}”重复出现，只计一次`,
    en: ({ no, unit }: { no: string; unit: string }) => `task ${no} names “${unit}” twice; counted once`,
  },
  'lead-and-cooperator': {
    zh: ({ no, unit }: { no: string; unit: string }) => `任务 ${no} 中“${unit}”既是牵头又是配合单位，按牵头单位计`,
    en: ({ no, unit }: { no: string; unit: string }) =>
      `“${unit}” is both lead and cooperating unit of task ${no}; counted as lead`,
  },
  'number-gap': {
    zh: ({ from, to }: { from: string; to: string }) => `编号从 ${from} 跳到 ${to}，请核对是否有任务缺漏`,
    en: ({ from, to }: { from: string; to: string }) => `numbering jumps from ${from} to ${to}; is a task missing?`,
  },
  'number-again': {
    zh: ({ no }: { no: string }) => `编号 ${no} 与前面重复或倒退，按文中顺序各作一项任务`,
    en: ({ no }: { no: string }) => `number ${no} was used before or runs backwards; each is kept as a task of its own`,
  },
  'unnumbered-task': {
    zh: ({ id }: { id: string }) => `这一段写明了单位却没有编号，按一项任务读入，记为“${id}”`,
    en: ({ id }: { id: string }) => `this paragraph names units but has no number; read as a task, called “${id}”`,
  },
  'first-leads': {
    zh: () => '此处写明列第一位的为牵头单位；自此起，未写牵头的任务以所列第一个单位为牵头',
    en: () => 'the document says here that the first unit of a list leads; from here on it does where no lead is named',
  },
  'read-as-text': {
    zh: ({ no }: { no: string }) =>
      `编号 ${no} 的一段没有单位，且在总则、保障措施或来文部分，未作任务；如是任务，请在 catalogue.csv 中补上`,
    en: ({ no }: { no: string }) =>
      `paragraph ${no} names no unit and stands in an introduction, closing part or covering letter; not read as a task`,
  },
};
