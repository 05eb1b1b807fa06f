type LeadRuleWords = { readonly words: string; readonly isAll: boolean };
type SignWords = { readonly called: string; readonly words: string };
type CommonRuleWords = { readonly words: string; readonly units: string; readonly scope: string };

/** Messages of the breakdown parser (src/breakdown/). */
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
  'several-duties': {
    zh: ({ no }: { no: string }) =>
      `任务 ${no} 里不止一处写明牵头（责任）单位，都已计入；可能是几项任务没有分开，请核对`,
    en: ({ no }: { no: string }) =>
      `task ${no} names who leads in more than one place, all were counted; are these several tasks?`,
  },
  'number-within': {
    zh: ({ no, next }: { no: string; next: string }) =>
      `编号 ${no} 的文字中有“${next}”，后面没有这一编号，可能是下一项任务没有分开，请核对`,
    en: ({ no, next }: { no: string; next: string }) =>
      `the text of number ${no} has “${next}” in it and that number does not follow; is the next task in there?`,
  },
  'unread-bracket': {
    zh: ({ bracket }: { bracket: string }) => `括号中似写有单位的分工，没有读懂，照录在正文中，请核对：${bracket}`,
    en: ({ bracket }: { bracket: string }) =>
      `this bracket seems to say who does it, was not understood and stays in the text; please check: ${bracket}`,
  },
  'unread-rule': {
    zh: ({ words }: { words: string }) =>
      `“${words}”似给多项任务指定单位，但说不清是哪些任务，没有据此加列单位；请核对，必要时在 catalogue.csv 中补上`,
    en: ({ words }: { words: string }) =>
      `“${words}” seems to give units to many tasks, but not which; nothing was added, correct catalogue.csv if needed`,
  },
  'heading-without-tasks': {
    zh: ({ numbers }: { numbers: string }) =>
      `编号 ${numbers} 没有写明单位，其下也没有任务，按标题读入；如是任务，请在 catalogue.csv 中补上`,
    en: ({ numbers }: { numbers: string }) =>
      `numbers ${numbers} name no unit and have no task below them; read as headings, add them in catalogue.csv if they are tasks`,
  },
  'only-cooperators': {
    zh: ({ tasks }: { tasks: string }) =>
      `任务 ${tasks} 只有配合单位，没有牵头、责任单位；请核对（合并单元格存为 CSV 后只留第一行），在 catalogue.csv 中补上`,
    en: ({ tasks }: { tasks: string }) =>
      `tasks ${tasks} name cooperating units only, nobody who leads or is responsible; check (merged cells lose all rows but the first in CSV) and add them in catalogue.csv`,
  },
  'odd-unit': {
    zh: ({ name, tasks }: { name: string; tasks: string }) =>
      `“${name}”不像单位名称（任务 ${tasks}），请核对原文；如是单位，列入 units.csv 即可`,
    en: ({ name, tasks }: { name: string; tasks: string }) =>
      `“${name}” does not look like a unit (tasks ${tasks}); check the source, or list it in units.csv if it is one`,
  },
  'short-text': {
    zh: ({ no, text }: { no: string; text: string }) =>
      `任务 ${no} 的正文${text === '' ? '是空的' : `只有“${text}”`}，请核对`,
    en: ({ no, text }: { no: string; text: string }) =>
      `the text of task ${no} is ${text === '' ? 'empty' : `only “${text}”`}; please check`,
  },
  'half-width-marks': {
    zh: ({ tasks }: { tasks: string }) =>
      `任务 ${tasks} 的正文中有半角的逗号等标点，照原文印出；要改为全角的，可用 duban task reword 登记`,
    en: ({ tasks }: { tasks: string }) =>
      `half-width commas or other marks in the text of ${tasks} are printed as they stand; \`task reword\` changes them`,
  },
  'unnumbered-task': {
    zh: ({ tasks }: { tasks: string }) => `有写明单位却没有编号的段落或表格行，各按一项任务读入，记为 ${tasks}`,
    en: ({ tasks }: { tasks: string }) =>
      `paragraphs or rows that name units but have no number are read as tasks, called ${tasks}`,
  },
  'first-leads': {
    zh: ({ words, isAll }: LeadRuleWords) =>
      `此处写明列第一位的为牵头单位（“${words}”）；${isAll ? '全文' : '自此起，'}未写牵头的任务以所列第一个单位为牵头`,
    en: ({ words, isAll }: LeadRuleWords) =>
      `the document says here that the first unit of a list leads (“${words}”); ${isAll ? 'throughout' : 'from here on'} it does where no lead is named`,
  },
  'responsible-lead': {
    zh: ({ words, isAll }: LeadRuleWords) =>
      `此处写明无牵头单位的，责任单位即为牵头单位（“${words}”）；${isAll ? '全文' : '自此起，'}未写牵头的任务以责任单位为牵头`,
    en: ({ words, isAll }: LeadRuleWords) =>
      `the document says here that responsible units lead where no lead is named (“${words}”); ${isAll ? 'throughout' : 'from here on'} they do`,
  },
  'unit-headings': {
    zh: ({ count, first }: { count: number; first: string }) =>
      `各项任务没有写明单位，而以单位名称为小标题（“${first}”等 ${count} 个），其下任务均记为该单位的任务`,
    en: ({ count, first }: { count: number; first: string }) =>
      `the tasks name no units and stand below headings that are units (“${first}” and others, ${count}); they are theirs`,
  },
  'unit-headings-mixed': {
    zh: ({ unit, odd }: { unit: string; odd: string }) =>
      `似以单位名称为小标题（如“${unit}”），但“${odd}”不是单位或不在小标题之下，分不清哪些任务归哪个单位；请在每项任务后写明“（责任单位：……）”，或在 Excel 中列成表（任务、牵头单位、配合单位各一列）`,
    en: ({ unit, odd }: { unit: string; odd: string }) =>
      `units seem to be the headings (“${unit}”), but “${odd}” is no unit or stands below none, so that nobody can tell whose task is whose; write （责任单位：…） behind each task, or make a table of tasks, leads and cooperating units in Excel`,
  },
  'ditto-read': {
    zh: ({ words, value }: { words: string; value: string }) => `此处写“${words}”，按“${value}”读入`,
    en: ({ words, value }: { words: string; value: string }) => `“${words}” stands here and was read as “${value}”`,
  },
  'ditto-unread': {
    zh: ({ words }: { words: string }) => `此处写“${words}”，但找不到它所指的单位，没有读入；请在 catalogue.csv 中补上`,
    en: ({ words }: { words: string }) =>
      `“${words}” stands here, but nothing was found that it repeats; nothing was read, add it in catalogue.csv`,
  },
  'sign-leads': {
    zh: ({ called, words }: SignWords) =>
      `此处写明以“${called}”标出牵头单位（“${words}”）；责任单位中有此标记的记为牵头`,
    en: ({ called, words }: SignWords) =>
      `the document says here that “${called}” shows who leads (“${words}”); responsible units set off so are leads`,
  },
  'sign-unseen': {
    zh: ({ called, words }: SignWords) =>
      `此处写明以“${called}”标出牵头单位（“${words}”），但没有读到带此标记的单位（文字格式在这类文件中可能看不到），未据此指定牵头；请对照原件，在 catalogue.csv 中补上`,
    en: ({ called, words }: SignWords) =>
      `the document says here that “${called}” shows who leads (“${words}”), but no unit was seen to have it; no lead was made up, add them in catalogue.csv`,
  },
  'sign-unexplained': {
    zh: ({ sign, tasks }: { sign: string; tasks: string }) =>
      `任务 ${tasks} 的单位带有“${sign}”，文中没有说明它的意思；符号已略去，未据此指定牵头，请核对`,
    en: ({ sign, tasks }: { sign: string; tasks: string }) =>
      `units of tasks ${tasks} have the sign “${sign}”, which the document does not explain; left out, and no lead was made up`,
  },
  'inherited-units': {
    zh: ({ section, tasks }: { section: string; tasks: string }) =>
      `${section} 写明了单位，其下 ${tasks} 没有写明，沿用 ${section} 的单位`,
    en: ({ section, tasks }: { section: string; tasks: string }) =>
      `${section} names units and its points ${tasks} do not; they take those of ${section}`,
  },
  'common-rule': {
    zh: ({ words, units, scope }: CommonRuleWords) =>
      `此处写明“${words}”；${scope === 'everywhere' ? '全文' : '自此起'}各项任务的单位中加列“${units}”`,
    en: ({ words, units, scope }: CommonRuleWords) =>
      `the document says here “${words}”; “${units}” is added to the units of ${scope === 'everywhere' ? 'all tasks' : 'the tasks from here on'}`,
  },
  'read-as-text': {
    zh: ({ no }: { no: string }) =>
      `编号 ${no} 的一段没有单位，且在总则、保障措施或来文部分，未作任务；如是任务，请在 catalogue.csv 中补上`,
    en: ({ no }: { no: string }) =>
      `paragraph ${no} names no unit and stands in an introduction, closing part or covering letter; not read as a task`,
  },
  'table-without-header': {
    zh: () => '这张表没有可识别的表头（应有“工作任务”“牵头单位”或“责任单位”等列），按文字读入',
    en: () => 'this table has no header of the genre (工作任务, 牵头单位, 责任单位 …); read as text',
  },
  'column-as-note': {
    zh: ({ header }: { header: string }) => `列“${header}”没有对应的项目，内容记入备注`,
    en: ({ header }: { header: string }) => `no field for column “${header}”; its cells are kept as notes`,
  },
  'page-numbers': {
    zh: ({ numbers }: { numbers: string }) => `页码行已略去：${numbers}`,
    en: ({ numbers }: { numbers: string }) => `lines with page numbers left out: ${numbers}`,
  },
  'unknown-label': {
    zh: ({ label }: { label: string }) => `不认识“${label}：”，照录在正文中；如是单位，请在 catalogue.csv 中改正`,
    en: ({ label }: { label: string }) =>
      `“${label}：” is not known and was left in the text; if it names units, correct catalogue.csv`,
  },
  'habit-wrapped': {
    zh: ({ count }: { count: number }) => `全文按行宽断行，${count} 项任务的文字已逐行相接`,
    en: ({ count }: { count: number }) => `lines are broken to a width throughout; joined in ${count} tasks`,
  },
  'spoiled-task-id': {
    zh: ({ id, meant }: { id: string; meant: string }) =>
      `任务标识“${id}”是 Excel 把编号当成日期或数字改坏的${meant === '' ? '' : `（原为“${meant}”）`}；请将“任务标识”列设为文本格式，按 out/catalogue.csv 改回`,
    en: ({ id, meant }: { id: string; meant: string }) =>
      `task id “${id}” was spoiled by Excel, which took it for a date or a number${meant === '' ? '' : ` (it was “${meant}”)`}; format the column as text and restore it from out/catalogue.csv`,
  },
  'bad-task-id': {
    zh: ({ id }: { id: string }) =>
      id === ''
        ? '“任务标识”是空的，请填一个不重复的标识（一般与编号相同）'
        : `任务标识“${id}”重复；每项任务的标识不能相同`,
    en: ({ id }: { id: string }) =>
      id === ''
        ? '任务标识 is empty; give the task an id of its own'
        : `task id “${id}” is used twice; each task needs its own`,
  },
};
