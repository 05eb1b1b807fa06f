/** Returns that a unit saved as a web page, as WPS and Excel do. */
import { describe, expect, test } from 'vitest';
import { goodRow, header, read, said } from './district.ts';

const cells = (row: string, tag = 'td'): string =>
  row
    .split(',')
    .map((each) => `<${tag}>${each}</${tag}>`)
    .join('');
const page = (rows: string): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:General}</style></head><body><table border=0>${rows}</table></body></html>`;
const form = page(`<tr>${cells(header)}</tr>\n<tr>${cells(goodRow)}</tr>`);
const told =
  '提示 page-table 是网页（.htm）存成的表格，已读取；隐藏、划去的内容不一定看得出来，请留意，下次请报送 .xlsx';

describe('a web page that holds the form', () => {
  test.each(['区财政局.htm', '区财政局.html', '区财政局.HTM'])('%s is read, and told as what it is', (name) => {
    const { value, messages } = read({ [name]: form });
    expect(value.returns).toMatchObject([
      { unit: { name: '区财政局' }, taskId: '3', percent: 80, status: 'on-track', filedOn: '2024-12-20' },
    ]);
    expect(value.attachments).toEqual([]);
    expect(said(messages)).toEqual([`${name} ${told}`]);
  });

  test('merged cells, hidden rows and columns, struck-out text and lines are seen as in a workbook', () => {
    const titled = page(
      [
        `<col width=64><tr><td colspan=13>2024年第四季度反馈表</td></tr>`,
        `<tr>${cells(header, 'th')}</tr>`,
        `<tr><td rowspan=2>区财政局</td>${cells(goodRow.split(',').slice(1).join(',')).replace('清理专项资金31项并收回结余', '清理专项资金31项<br>收回结余<s>9亿元</s>')}</tr>`,
        `<tr>${cells(goodRow.replace('3,清理专项资金,牵头', '2,,配合').split(',').slice(1).join(','))}</tr>`,
        `<tr style='height:0;display:none'>${cells(goodRow.replace('3,清理专项资金,牵头', '5,,配合'))}</tr>`,
      ].join(''),
    );
    const { value, messages } = read({ '区财政局.htm': titled });
    expect(value.returns.map(({ taskId }) => taskId)).toEqual(['3', '2']);
    expect(value.returns[0]?.progress).toBe('清理专项资金31项\n收回结余');
    expect(messages.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['page-table', 'struck-text', 'hidden-rows']),
    );
  });

  test('among other tables of a page the one with the form is found', () => {
    const two = form.replace('<body>', '<body><table><tr><td>导航</td></tr></table>');
    expect(read({ '区财政局.htm': two }).value.returns).toHaveLength(1);
  });

  test('in GBK, and with what a page can do to a reader', () => {
    const evil = form.replace(
      '<body>',
      `<body onload="x()"><script>document.write('<td>')</script><img src="http://x/">`,
    );
    expect(read({ '区财政局.htm': evil }).value.returns).toHaveLength(1);
    const deep = form.replace('<body>', `<body>${'<div>'.repeat(100_000)}`);
    expect(read({ '区财政局.htm': deep }).value.returns).toEqual([]);
  });
});

describe('a web page without a form that can be read', () => {
  const frames =
    '<html><head><meta name="ProgId" content="Excel.Sheet"></head><frameset><frame src="a.files/sheet001.htm"></frameset></html>';
  const single =
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n=E5=8C=BA';

  test.each([
    ['区财政局.htm', frames],
    ['区财政局.mht', single],
    ['区财政局.html', '<html><body><p>情况说明</p></body></html>'],
  ])('%s is kept as evidence, and the way out told beside a return too', (name, content) => {
    const { value, messages } = read({ '区财政局.csv': `${header}\n${goodRow}\n`, [name]: content });
    expect(value.attachments).toHaveLength(1);
    expect(said(messages)[0]).toBe(
      `${name} 警告 page-not-read 是网页，其中没有读到反馈表（“单个文件网页”和框架网页不能读），作为佐证材料留存；如是反馈表，请单位用 Excel 或 WPS 打开后另存为 .xlsx 再报`,
    );
  });
});
