/** Messages of the ledger, lights, scores and reassignments (src/domain/). */
export const ledgerWordings = {
  'lead-beats-cooperator': {
    zh: ({ task, unit }: { task: string; unit: string }) => `任务 ${task} 中“${unit}”既牵头又配合，按牵头单位计`,
    en: ({ task, unit }: { task: string; unit: string }) =>
      `task ${task}: “${unit}” is both lead and cooperating; counted as lead`,
  },
};
