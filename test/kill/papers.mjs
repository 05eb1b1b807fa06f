// Twenty units before and after a reform that touches half of them: two lose everything, one is new, eight letters change.
export const draftsBefore = Array.from({ length: 20 }, (_, at) => letter(at + 1, '改革前'));
export const draftsAfter = Array.from({ length: 19 }, (_, at) => letter(at + 3, at < 8 ? '改革后' : '改革前'));

export function context(disk, date) {
  const series = { letter: 'X督', report: 'X督报', reminder: 'X催', notice: 'X督' };
  return { disk, quarter: '2024Q3', date, series, writer: 'kill', render, jobs: 2 };
}

function render(document) {
  const bytes = new TextEncoder().encode(JSON.stringify(document).repeat(50));
  const value = new Map([
    ['docx', bytes],
    ['pdf', bytes],
  ]);
  return Promise.resolve({ value, messages: [] });
}

function letter(number, value) {
  const code = String(number).padStart(3, '0');
  const addressee = { code, name: `单位${code}` };
  const meta = { format: 'letter', title: '督办通知', documentNumber: null, bulletinNumber: null, issuedOn: null };
  const path = `letters/${code}`;
  return { path, kind: 'letter', addressee, document: { meta, children: [] }, facts: [[`${number} 牵头单位`, value]] };
}
