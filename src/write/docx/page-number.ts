/** 7.5: the page number between two dashes, wherever it stands. */

const parts = [
  '<w:t xml:space="preserve">— </w:t>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:instrText xml:space="preserve">PAGE</w:instrText>',
  '<w:fldChar w:fldCharType="separate"/>',
  // Word repairs a file whose field has no result yet; this one stands until the page is laid out.
  '<w:t>1</w:t>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:t xml:space="preserve"> —</w:t>',
];

/** `look`: properties of each run, where the paragraph's style does not give them (text boxes). */
export function pageNumberRuns(look = ''): string {
  return parts.map((part) => `<w:r>${look}${part}</w:r>`).join('');
}
