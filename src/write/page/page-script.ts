/** The page's only script: filters and sorting. All that it works on stands in the page already. */
export const pageScript = `(function () {
  'use strict';
  var form = document.getElementById('filters');
  var table = document.getElementById('ledger-table');
  var count = document.getElementById('ledger-count');
  if (form && table && count) startFilters();
  document.querySelectorAll('table.sortable').forEach(startSorting);

  function startFilters() {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    var names = ['light', 'unit', 'section', 'status'];
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(apply, 0); });
    document.querySelectorAll('a[data-unit]').forEach(function (link) {
      link.addEventListener('click', function () {
        form.reset();
        form.elements.unit.value = link.dataset.unit;
        form.elements.section.value = link.dataset.section;
        apply();
      });
    });
    // A browser that goes back to the page may bring the old choices with it.
    apply();
    window.addEventListener('pageshow', apply);

    function apply() {
      var words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, index) {
        var fits = names.every(function (name) {
          var value = form.elements[name].value;
          return value === '' || row.dataset[name] === value;
        }) && words.every(function (word) { return texts[index].indexOf(word) >= 0; });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      document.getElementById('ledger').classList.toggle('narrowed', shown < rows.length);
      count.textContent = shown === rows.length ? '共' + rows.length + '行。' : shown === 0
        ? '没有符合条件的任务，共' + rows.length + '行。' : '显示' + shown + '行，共' + rows.length + '行。';
    }
  }

  function startSorting(sorted) {
    var body = sorted.tBodies[0];
    var source = Array.prototype.slice.call(body.rows);
    var heads = Array.prototype.slice.call(sorted.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      // In print the title stands in place of the button: Chromium repeats no table head that holds a control.
      head.dataset.title = head.textContent;
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click', function () {
        var now = head.getAttribute('aria-sort');
        var next = now === 'ascending' ? 'descending' : now === 'descending' ? null : 'ascending';
        heads.forEach(function (each) { each.removeAttribute('aria-sort'); });
        if (next) head.setAttribute('aria-sort', next);
        var rows = next === null ? source : inOrder(source, column, { kind: head.dataset.sort, sign: next === 'ascending' ? 1 : -1 });
        rows.forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  // Blank cells stand last, whichever way; equal ones keep the order of the source.
  function inOrder(rows, column, by) {
    var keyed = rows.map(function (row, index) {
      var cell = row.cells[column];
      var text = cell.dataset.key === undefined ? cell.textContent : cell.dataset.key;
      return { row: row, index: index, text: text, value: by.kind === 'number' ? Number(text) : text };
    });
    keyed.sort(function (a, b) {
      if (a.text === '' || b.text === '') return (a.text === '') - (b.text === '') || a.index - b.index;
      return (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * by.sign || a.index - b.index;
    });
    return keyed.map(function (each) { return each.row; });
  }
})();
`;
